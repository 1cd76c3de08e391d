"""What was changed on a person's record, from the audit trail (R-XR-08)."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from whatmatters.access.models import AuditEvent
from whatmatters.access.queries.looks import LOOKED
from whatmatters.access.queries.names import name_of


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what (a code), by whom and when."""

    at: datetime
    name: str
    action: str


def changes_of(
    council_id: int, person_id: int, *, offset: int = 0, limit: int = 50
) -> tuple[Change, ...]:
    """Changes of one person's record, the newest first (one query)."""
    rows = _rows(council_id, person_id).order_by("-at", "-seq").select_related("by")
    found = rows[offset : offset + limit]
    return tuple(Change(row.at, name_of(row.by), row.action) for row in found)


def count_changes(council_id: int, person_id: int) -> int:
    """How many changes of one person's record there are."""
    return _rows(council_id, person_id).count()


def _rows(council_id: int, person_id: int) -> "QuerySet[AuditEvent]":
    rows: QuerySet[AuditEvent] = AuditEvent.objects.of(council_id)
    return rows.filter(person_id=person_id).exclude(action=LOOKED)
