"""Legacy time-and-task packages as they were bought (R-TT-01), and those that never changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from whatmatters.delivery.models import LegacyPackage


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """One package: calls a day, minutes a call, pounds an hour; `ends` is its last day."""

    package_id: int
    person_id: int
    contract_id: int
    starts: date
    ends: date | None
    calls_per_day: int
    minutes_per_call: int
    tasks: str
    rate: Decimal


def packages(
    council_id: int,
    *,
    package_ids: Iterable[int] | None = None,
    person_ids: Iterable[int] | None = None,
) -> tuple[PackageFacts, ...]:
    """Packages of a council, all of them or only these or of these people, oldest first."""
    rows = LegacyPackage.objects.of(council_id)
    if package_ids is not None:
        rows = rows.filter(pk__in=list(package_ids))
    if person_ids is not None:
        rows = rows.filter(person_id__in=list(person_ids))
    return tuple(_facts(row) for row in rows.order_by("id"))


def _facts(row: LegacyPackage) -> PackageFacts:
    return PackageFacts(
        package_id=row.pk,
        person_id=row.person_id,
        contract_id=row.contract_id,
        starts=row.starts,
        ends=row.ends,
        calls_per_day=row.calls_per_day,
        minutes_per_call=row.minutes_per_call,
        tasks=row.tasks,
        rate=row.rate,
    )
