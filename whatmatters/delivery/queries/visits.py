"""Visits of legacy packages, in minutes: evidence for `time_and_task` alone (R-TT-02)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 -- a visit has a field named date
from datetime import datetime
from decimal import Decimal

from whatmatters.delivery.models import PackageVisit

AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """One visit, minutes planned and delivered; `delivered` None and not cancelled: missed."""

    date: Day
    planned: int
    delivered: int | None
    cancelled_hours_before: Decimal | None
    recorded_at: datetime


def visits(package_ids: Iterable[int], first: Day, last: Day) -> dict[int, tuple[VisitFacts, ...]]:
    """Visits from `first` to `last` (included), by day and call; each package is a key."""
    wanted = sorted(set(package_ids))
    found: dict[int, list[VisitFacts]] = {package_id: [] for package_id in wanted}
    for start in range(0, len(wanted), AT_ONCE):
        rows = PackageVisit.objects.filter(
            package_id__in=wanted[start : start + AT_ONCE], date__gte=first, date__lte=last
        ).order_by("package_id", "date", "call")
        told = rows.values_list(
            "package_id", "date", "planned", "delivered", "cancelled_hours_before", "recorded_at"
        )
        for package_id, day, planned, delivered, hours, recorded_at in told:
            facts = VisitFacts(day, planned, delivered, hours, recorded_at)
            found[package_id].append(facts)
    return {package_id: tuple(rows) for package_id, rows in found.items()}


def packages_with_visits_recorded(
    council_id: int, since: datetime | None, before: Day
) -> frozenset[int]:
    """Packages with a visit dated before a day and recorded at or after a moment (None: ever)."""
    rows = PackageVisit.objects.of(council_id).filter(date__lt=before)
    if since is not None:
        rows = rows.filter(recorded_at__gte=since)
    return frozenset(rows.values_list("package_id", flat=True).distinct())
