"""Packages that nobody has changed for weeks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from whatmatters.delivery.models import LegacyPackage
from whatmatters.policy.reviews import static_weeks
from whatmatters.rules.lifecycles import PlanState

PLANNED = (PlanState.DRAFT, PlanState.PROPOSED, PlanState.AMENDMENT_REQUESTED, PlanState.AGREED)


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


def static_packages(
    council_id: int,
    *,
    on: date,
    weeks: int | None = None,
    people: "Iterable[int] | QuerySet[Any, Any] | None" = None,
) -> tuple[StaticPackage, ...]:
    """Packages in force unchanged for at least so many weeks (R-TT-04), the oldest first.

    `people`: of these alone.

    A package is never edited: a change ends it and begins another, so its first day says it all.
    One whose plan is being written or is in force has its answer there, and is not asked about.
    """
    weeks = static_weeks() if weeks is None else weeks
    rows = LegacyPackage.objects.of(council_id).filter(starts__lte=on - timedelta(weeks=weeks))
    rows = rows.filter(Q(ends__isnull=True) | Q(ends__gte=on))
    rows = rows.exclude(mirror__plan__versions__state__in=PLANNED)
    if people is not None:
        rows = rows.filter(person_id__in=people)
    return tuple(
        StaticPackage(row.pk, row.person_id, row.starts, (on - row.starts).days // 7)
        for row in rows.order_by("starts", "id")
    )
