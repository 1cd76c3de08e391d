"""Which council worker works with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.people.models import Assignment
from whatmatters.people.services.span_columns import span_columns
from whatmatters.people.services.spans import end_span, write_spans
from whatmatters.rules.refusals import Absent


@dataclass(frozen=True, slots=True)
class NewAssignment:
    """A council worker who works with the person."""

    person_id: int
    user_id: int
    starts: date
    ends: date | None = None


@transaction.atomic
def assign_workers(*, by: Actor, at: datetime, assignments: Sequence[NewAssignment]) -> list[int]:
    """Record which council worker works with whom."""
    rows = [Assignment(**span_columns(by, at, assignment)) for assignment in assignments]
    return write_spans(by, at, Assignment, rows, "assignment")


@transaction.atomic
def end_assignment(*, by: Actor, at: datetime, assignment_id: int, on: date) -> None:
    """`on` is the last day of an assignment."""
    end_span(by, at, Assignment, assignment_id, on, "assignment")


@transaction.atomic
def stop_assignment(*, by: Actor, at: datetime, assignment_id: int, on: date) -> None:
    """End an assignment from this moment: one that began today held for no day. Raises Absent."""
    row = Assignment.objects.of(by.council_id).filter(pk=assignment_id).first()
    if row is None:
        raise Absent(what="assignment", id=assignment_id)
    row.ends = max(on, row.starts) - timedelta(days=1)
    row.save(update_fields=["ends"])
    told = Audited("assignment.ended", "assignment", assignment_id, row.person_id)
    audit_many(by=by, at=at, events=[told])
