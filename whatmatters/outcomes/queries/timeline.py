"""What is happening: one person's living record in order of days (R-GW-16).

A constant number of queries whatever happened. Of a judgement it tells that it was opened and
concluded; answers are read where their seal is watched (`judging.py`).
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, F, Value

from whatmatters.access.queries.names import name_column
from whatmatters.outcomes.models import (
    ExceptionMove,
    ExceptionRaised,
    Judgement,
    OffTrack,
    OutcomeMove,
    PlanMove,
    ProgressNote,
    SmallChange,
    TimelineNote,
)


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One thing on the timeline: `code` is a message id, `words` somebody's own words, or none."""

    kind: str
    on: date
    at: datetime
    by_id: int
    by_name: str
    subject: str
    subject_id: int
    code: str
    words: str
    language: str


def timeline(council_id: int, person_id: int, *, limit: int = 200) -> tuple[TimelineItem, ...]:
    """The newest items of a person's record, newest first, in one query."""
    first, *others = (read(council_id, person_id) for read in READERS)
    rows = first.union(*others, all=True).order_by("-on", "-at", "-t_kind", "-t_subject_id")
    return tuple(
        TimelineItem(kind, on, at, by_id, name, subject, subject_id, code, words, language)
        for on, at, by_id, kind, name, subject, subject_id, code, words, language in rows[:limit]
    )


def _read(rows: Any, kind: str, subject: str, **columns: str) -> Any:
    """Rows of one kind; `columns` name where subject_id, code, words and language stand."""
    wanted = {name: F(columns[name]) if name in columns else NOTHING for name in COLUMNS}
    told = {
        "t_kind": Value(kind, output_field=CharField()),
        "t_by": name_column("by__"),
        "t_subject": Value(subject, output_field=CharField()),
        **{f"t_{name}": value for name, value in wanted.items()},
    }
    return rows.order_by().annotate(**told).values_list("on", "at", "by_id", *told)


COLUMNS = ("subject_id", "code", "words", "language")
NOTHING = Value("", output_field=CharField())


def _notes(council_id: int, person_id: int) -> Any:
    rows = TimelineNote.objects.of(council_id).filter(person_id=person_id)
    return _read(rows, "note", "note", subject_id="id", words="words", language="language")


def _progress(council_id: int, person_id: int) -> Any:
    rows = ProgressNote.objects.of(council_id).filter(outcome__person_id=person_id)
    told = {"subject_id": "outcome_id", "words": "words", "language": "language"}
    return _read(rows, "progress", "outcome", code="speaker", **told)


def _off_track(council_id: int, person_id: int) -> Any:
    rows = OffTrack.objects.of(council_id).filter(outcome__person_id=person_id)
    return _read(rows, "off_track", "outcome", subject_id="outcome_id", code="party")


def _small_changes(council_id: int, person_id: int) -> Any:
    rows = SmallChange.objects.of(council_id).filter(version__plan__person_id=person_id)
    return _read(rows, "small_change", "plan", subject_id="version_id", words="words")


def _exceptions(council_id: int, person_id: int) -> Any:
    rows = ExceptionRaised.objects.of(council_id).filter(version__plan__person_id=person_id)
    told = {"subject_id": "version_id", "code": "reason", "words": "words"}
    return _read(rows, "exception", "plan", **told)


def _exception_moves(council_id: int, person_id: int) -> Any:
    rows = ExceptionMove.objects.of(council_id).filter(
        exception__version__plan__person_id=person_id
    )
    return _read(rows, "exception_answer", "plan", subject_id="exception__version_id", code="to")


def _plan_moves(council_id: int, person_id: int) -> Any:
    rows = PlanMove.objects.of(council_id).filter(version__plan__person_id=person_id)
    return _read(rows, "plan_move", "plan", subject_id="version_id", code="to")


def _outcome_moves(council_id: int, person_id: int) -> Any:
    rows = OutcomeMove.objects.of(council_id).filter(outcome__person_id=person_id)
    return _read(rows, "outcome_move", "outcome", subject_id="outcome_id", code="to")


def _judgements(council_id: int, person_id: int) -> Any:
    rows = Judgement.objects.of(council_id).filter(version__plan__person_id=person_id)
    return _read(rows, "judgement_opened", "judgement", subject_id="id")


READERS = (
    _notes,
    _progress,
    _off_track,
    _small_changes,
    _exceptions,
    _exception_moves,
    _plan_moves,
    _outcome_moves,
    _judgements,
)
