"""Rows that hold from a day to a day (included): written together, ended by their last day."""

from datetime import date, datetime
from typing import TypeVar

from django.db import models

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit, audit_many
from whatmatters.people.services.owned import check_people
from whatmatters.people.services.span_columns import check_days
from whatmatters.rules.refusals import Absent

Row = TypeVar("Row", bound=models.Model)


def write_spans(
    by: Actor, at: datetime, kind: type[Row], rows: list[Row], subject: str
) -> list[int]:
    """Save rows of one kind, with their audit; ids in the order given. Raises Absent."""
    check_people(by.council_id, [row.person_id for row in rows])  # type: ignore[attr-defined]
    kept = kind.objects.bulk_create(rows)  # type: ignore[attr-defined]
    events = [Audited(f"{subject}.started", subject, row.pk, row.person_id) for row in kept]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in kept]


def end_span(by: Actor, at: datetime, kind: type[Row], row_id: int, on: date, subject: str) -> None:
    """Write the last day of one row. Raises EndsBeforeItStarts or Absent."""
    row = kind.objects.of(by.council_id).filter(pk=row_id).first()  # type: ignore[attr-defined]
    if row is None:
        raise Absent(what=subject, id=row_id)
    check_days(row.starts, on)
    row.ends = on
    row.save(update_fields=["ends"])
    audit(
        by=by,
        at=at,
        action=f"{subject}.ended",
        subject=subject,
        subject_id=row_id,
        person_id=row.person_id,
    )
