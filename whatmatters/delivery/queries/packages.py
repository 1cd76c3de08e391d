"""Legacy time-and-task packages as they were bought (R-TT-01), and those that never changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Q

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


@dataclass(frozen=True, slots=True)
class StaticPackage:
    """A package that nobody has changed since a day: a question, never a reproach (R-TT-04)."""

    package_id: int
    person_id: int
    unchanged_since: date
    weeks: int


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


def static_packages(council_id: int, *, on: date, weeks: int) -> tuple[StaticPackage, ...]:
    """Packages in force that have stood unchanged for at least so many weeks.

    A package is never edited: a change ends it and begins another, so its first day says it all.
    """
    running = LegacyPackage.objects.of(council_id).filter(starts__lte=on - timedelta(weeks=weeks))
    rows = running.filter(Q(ends__isnull=True) | Q(ends__gte=on)).order_by("starts", "id")
    return tuple(
        StaticPackage(row.pk, row.person_id, row.starts, (on - row.starts).days // 7)
        for row in rows
    )


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
