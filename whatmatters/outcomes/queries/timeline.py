"""What is happening: one person's living record in order of days (R-GW-16).

A constant number of queries whatever happened. Of a judgement it tells that it was opened and
concluded; answers are read where their seal is watched (`judging.py`).
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Value

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
    """The newest items of a person's record, newest first, in nine queries."""
    found: list[TimelineItem] = []
    for read in READERS:
        found += read(council_id, person_id, limit)
    return tuple(sorted(found, key=_newest, reverse=True)[:limit])


def _newest(item: TimelineItem) -> tuple[date, datetime, str, int]:
    return (item.on, item.at, item.kind, item.subject_id)


def _read(rows: Any, limit: int, kind: str, subject: str, **columns: Any) -> list[TimelineItem]:
    """Items of one kind; `columns` name where subject_id, code, words and language stand."""
    wanted = {"code": Value(""), "words": Value(""), "language": Value(""), **columns}
    told = rows.order_by("-on", "-id")[:limit].values_list(
        "on", "at", "by_id", "by__display_name", *(wanted[name] for name in COLUMNS)
    )
    return [
        TimelineItem(kind, on, at, by_id, name, subject, subject_id, code, words, language)
        for on, at, by_id, name, subject_id, code, words, language in told
    ]


COLUMNS = ("subject_id", "code", "words", "language")


def _notes(council_id: int, person_id: int, limit: int) -> list[TimelineItem]:
    rows = TimelineNote.objects.of(council_id).filter(person_id=person_id)
    return _read(rows, limit, "note", "note", subject_id="id", words="words", language="language")


def _progress(council_id: int, person_id: int, limit: int) -> list[TimelineItem]:
    rows = ProgressNote.objects.of(council_id).filter(outcome__person_id=person_id)
    told = {"subject_id": "outcome_id", "words": "words", "language": "language"}
    return _read(rows, limit, "progress", "outcome", code="speaker", **told)


def _off_track(council_id: int, person_id: int, limit: int) -> list[TimelineItem]:
    rows = OffTrack.objects.of(council_id).filter(outcome__person_id=person_id)
    return _read(rows, limit, "off_track", "outcome", subject_id="outcome_id", code="party")


def _small_changes(council_id: int, person_id: int, limit: int) -> list[TimelineItem]:
    rows = SmallChange.objects.of(council_id).filter(version__plan__person_id=person_id)
    return _read(rows, limit, "small_change", "plan", subject_id="version_id", words="words")


def _exceptions(council_id: int, person_id: int, limit: int) -> list[TimelineItem]:
    rows = ExceptionRaised.objects.of(council_id).filter(version__plan__person_id=person_id)
    told = {"subject_id": "version_id", "code": "reason", "words": "words"}
    return _read(rows, limit, "exception", "plan", **told)


def _exception_moves(council_id: int, person_id: int, limit: int) -> list[TimelineItem]:
    rows = ExceptionMove.objects.of(council_id).filter(
        exception__version__plan__person_id=person_id
    )
    return _read(
        rows, limit, "exception_answer", "plan", subject_id="exception__version_id", code="to"
    )


def _plan_moves(council_id: int, person_id: int, limit: int) -> list[TimelineItem]:
    rows = PlanMove.objects.of(council_id).filter(version__plan__person_id=person_id)
    return _read(rows, limit, "plan_move", "plan", subject_id="version_id", code="to")


def _outcome_moves(council_id: int, person_id: int, limit: int) -> list[TimelineItem]:
    rows = OutcomeMove.objects.of(council_id).filter(outcome__person_id=person_id)
    return _read(rows, limit, "outcome_move", "outcome", subject_id="outcome_id", code="to")


def _judgements(council_id: int, person_id: int, limit: int) -> list[TimelineItem]:
    rows = Judgement.objects.of(council_id).filter(version__plan__person_id=person_id)
    return _read(rows, limit, "judgement_opened", "judgement", subject_id="id")


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
