"""Legal holds: who is held, why, since when, and until when."""

from dataclasses import dataclass
from datetime import datetime

from whatmatters.access.queries.names import name_of
from whatmatters.retention.models import LegalHold


@dataclass(frozen=True, slots=True)
class HoldFacts:
    """One hold. `ended` is None while it holds."""

    id: int
    person_id: int
    reason: str
    by_name: str
    since: datetime
    ended: datetime | None


def holds(council_id: int) -> tuple[HoldFacts, ...]:
    """Every hold of a council, those that hold first, then the newest (one query)."""
    rows = LegalHold.objects.of(council_id).select_related("by", "end").order_by("-id")
    found = [
        HoldFacts(
            row.pk,
            row.person_id,
            row.reason,
            name_of(row.by),
            row.at,
            row.end.at if hasattr(row, "end") else None,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: one.ended is not None))


def held_people(council_id: int) -> frozenset[int]:
    """People under a hold that has not ended."""
    rows = LegalHold.objects.of(council_id).filter(end__isnull=True)
    return frozenset(rows.values_list("person_id", flat=True))
