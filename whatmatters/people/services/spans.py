"""Rows that hold from a day to a day (included): written together, ended by their last day."""

from datetime import date, datetime
from typing import Protocol, TypeVar

from django.db import models

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit, audit_many
from whatmatters.people.services.owned import check_people
from whatmatters.rules.refusals import Absent, Refusal

Row = TypeVar("Row", bound=models.Model)


class Span(Protocol):
    """Somebody for somebody from a day to a day."""

    @property
    def person_id(self) -> int:
        """The person it is about."""

    @property
    def user_id(self) -> int:
        """Who it is."""

    @property
    def starts(self) -> date:
        """The first day."""

    @property
    def ends(self) -> date | None:
        """The last day, included; None until ended."""


class EndsBeforeItStarts(Refusal):
    """The last day lies before the first: EndsBeforeItStarts(starts=, ends=)."""

    code = "ends_before_it_starts"


def span_columns(by: Actor, at: datetime, given: Span) -> dict[str, object]:
    """The columns that every such row has. Raises EndsBeforeItStarts."""
    _check_days(given.starts, given.ends)
    return {
        "council_id": by.council_id,
        "by_id": by.user_id,
        "at": at,
        "person_id": given.person_id,
        "user_id": given.user_id,
        "starts": given.starts,
        "ends": given.ends,
    }


def _check_days(starts: date, ends: date | None) -> None:
    if ends is not None and ends < starts:
        raise EndsBeforeItStarts(starts=starts, ends=ends)


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
    _check_days(row.starts, on)
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
