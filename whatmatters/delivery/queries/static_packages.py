"""Packages that nobody has changed for weeks."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from whatmatters.delivery.models import LegacyPackage


@dataclass(frozen=True, slots=True)
class StaticPackage:
    """A package that nobody has changed since a day: a question, never a reproach (R-TT-04)."""

    package_id: int
    person_id: int
    unchanged_since: date
    weeks: int


def weeks_unchanged(starts: date, ends: date | None, *, on: date, weeks: int) -> int | None:
    """For how many weeks a package in force has stood; None before so many, or once it is over."""
    stood = (on - starts).days // 7
    return stood if stood >= weeks and (ends is None or on <= ends) else None


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
