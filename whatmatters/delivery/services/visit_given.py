"""A visit to be recorded, and what no visit may say."""

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 -- a visit has a field named date
from datetime import datetime
from decimal import Decimal

from whatmatters.delivery.models import LegacyPackage
from whatmatters.delivery.services.visit_refusals import VisitImpossible, VisitOutsidePackage
from whatmatters.rules.days import must_be_reached


@dataclass(frozen=True, slots=True)
class VisitGiven:
    """One visit: `call` is its number on that day, from 1; minutes planned and delivered.

    Neither delivered nor cancelled: missed. `cancelled_hours_before` is the person's or the
    council's cancellation; a provider's own is a missed visit.
    """

    package_id: int
    date: Day
    call: int
    planned: int
    delivered: int | None = None
    cancelled_hours_before: Decimal | None = None


def check_visit(visit: VisitGiven, package: LegacyPackage, at: datetime) -> None:
    """Refuse a visit outside its package's days, or one that cannot have been."""
    must_be_reached(visit.date, at)
    if visit.date < package.starts or (package.ends is not None and visit.date > package.ends):
        raise VisitOutsidePackage(package_id=package.pk, on=visit.date)
    hours = visit.cancelled_hours_before
    wrong = {
        "call": visit.call < 1,
        "planned": visit.planned < 1,
        "delivered": visit.delivered is not None and visit.delivered < 0,
        "cancelled_hours_before": hours is not None and hours < 0,
        "delivered_and_cancelled": hours is not None and visit.delivered is not None,
    }
    for field, is_wrong in wrong.items():
        if is_wrong:
            raise VisitImpossible(package_id=package.pk, on=visit.date, field=field)
