"""Which council worker works with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.people.models import Assignment
from whatmatters.people.services.span_columns import span_columns
from whatmatters.people.services.spans import end_span, write_spans


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
