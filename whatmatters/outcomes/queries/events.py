"""Small changes: what the care manager was told (R-VG-05)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from whatmatters.access.queries.names import name_of
from whatmatters.outcomes.models import SmallChange


@dataclass(frozen=True, slots=True)
class SmallChangeFacts:
    """A change made at once. `told` is when the care manager was told; she was not asked."""

    change_id: int
    version_id: int
    person_id: int
    on: date
    words: str
    told: datetime
    by_id: int
    by_name: str


def small_changes(council_id: int, version_ids: Iterable[int]) -> tuple[SmallChangeFacts, ...]:
    """The small changes of these versions, newest first, in one query."""
    rows = SmallChange.objects.of(council_id).filter(version_id__in=list(version_ids))
    return _changes(rows)


def small_changes_told(
    council_id: int, person_ids: Iterable[int], since: datetime
) -> tuple[SmallChangeFacts, ...]:
    """What the care manager of these people has been told since a moment (R-VG-05)."""
    rows = SmallChange.objects.of(council_id).filter(
        version__plan__person_id__in=list(person_ids), told__gte=since
    )
    return _changes(rows)


def _changes(rows: Any) -> tuple[SmallChangeFacts, ...]:
    held = rows.select_related("version__plan", "by").order_by("-on", "-id")
    return tuple(
        SmallChangeFacts(
            change_id=row.pk,
            version_id=row.version_id,
            person_id=row.version.plan.person_id,
            on=row.on,
            words=row.words,
            told=row.told,
            by_id=row.by_id,
            by_name=name_of(row.by),
        )
        for row in held
    )
