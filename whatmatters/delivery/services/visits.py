"""Visits of legacy packages, recorded in bulk; a late one is recorded when it is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 -- a visit has a field named date
from datetime import datetime
from decimal import Decimal

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.delivery.models import LegacyPackage, PackageVisit
from whatmatters.delivery.services.packages import check_provider, packages_of_council
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.refusals import Refusal

AT_ONCE = 1_000


class VisitOutsidePackage(Refusal):
    """The visit lies outside the package's days: VisitOutsidePackage(package_id=, on=)."""

    code = "visit_outside_package"


class VisitImpossible(Refusal):
    """No minutes planned, a negative number, or delivered and cancelled: VisitImpossible(...)."""

    code = "visit_impossible"


class VisitAlreadyRecorded(Refusal):
    """One of these calls is recorded already: VisitAlreadyRecorded(packages=)."""

    code = "visit_already_recorded"


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


@transaction.atomic
def record_visits(*, by: Actor, at: datetime, visits: Sequence[VisitGiven]) -> int:
    """Record visits, all or none; how many. `recorded_at` is `at`, so that a late one shows.

    One audit row for each package. Raises VisitOutsidePackage, VisitImpossible,
    VisitAlreadyRecorded, NotYoursToRecord, DayNotReached, Absent.
    """
    rows = packages_of_council(by, {visit.package_id for visit in visits})
    check_provider(by, rows)
    for visit in visits:
        _check(visit, rows[visit.package_id], at)
    made = [_row(by, at, visit) for visit in visits]
    try:
        with transaction.atomic():
            PackageVisit.objects.bulk_create(made, batch_size=AT_ONCE)
    except IntegrityError as twice:
        raise VisitAlreadyRecorded(packages=sorted(rows)) from twice
    events = [
        Audited("visits.recorded", "package", package_id, rows[package_id].person_id)
        for package_id in sorted(rows)
    ]
    audit_many(by=by, at=at, events=events)
    return len(made)


def _check(visit: VisitGiven, package: LegacyPackage, at: datetime) -> None:
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


def _row(by: Actor, at: datetime, visit: VisitGiven) -> PackageVisit:
    return PackageVisit(
        council_id=by.council_id,
        package_id=visit.package_id,
        date=visit.date,
        call=visit.call,
        planned=visit.planned,
        delivered=visit.delivered,
        cancelled_hours_before=visit.cancelled_hours_before,
        recorded_at=at,
    )
