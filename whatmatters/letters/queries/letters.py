"""Letters as pages and services read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from whatmatters.letters.models import Letter, LetterMove
from whatmatters.rules.letters import Addressee, LetterReason, LetterState, WhyNot


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """One letter. `why` says why it is not written; `about_*` are the days that it is about."""

    id: int
    addressee: Addressee
    addressee_id: int
    person_id: int | None
    reason: LetterReason
    subject: str
    subject_id: int
    about_from: date
    about_until: date
    state: LetterState
    why: WhyNot | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Done:
    """The last move of a letter: who did what, and when."""

    to: LetterState
    by_id: int
    at: datetime


def letter(council_id: int, letter_id: int) -> LetterFacts | None:
    """One letter of a council."""
    row = Letter.objects.of(council_id).filter(pk=letter_id).first()
    return facts(row) if row else None


def person_of_letter(council_id: int, letter_id: int) -> int | None:
    """Whom a letter to a person is about; None where there is no such letter."""
    rows = Letter.objects.of(council_id).filter(pk=letter_id)
    found: int | None = rows.values_list("person_id", flat=True).first()
    return found


def letters_in(council_id: int, states: Iterable[LetterState]) -> tuple[LetterFacts, ...]:
    """Letters of a council in some states, the oldest first."""
    rows = Letter.objects.of(council_id).filter(state__in=[str(s) for s in states])
    return tuple(facts(row) for row in rows.order_by("id"))


def news_of(
    council_id: int, addressee: Addressee, addressee_id: int, *, limit: int
) -> tuple[LetterFacts, ...]:
    """What somebody has been told lately, the newest first; what was withdrawn is left out."""
    rows = Letter.objects.of(council_id).filter(addressee=addressee, addressee_id=addressee_id)
    rows = rows.exclude(state=LetterState.WITHDRAWN).order_by("-id")
    return tuple(facts(row) for row in rows[:limit])


def last_moves(letter_ids: Iterable[int]) -> dict[int, Done]:
    """The last move of each letter that has moved, in one query."""
    rows = LetterMove.objects.filter(letter_id__in=list(letter_ids)).order_by("id")
    return {row.letter_id: Done(LetterState(row.to), row.by_id, row.at) for row in rows}


def facts(row: Any) -> LetterFacts:
    """A row as other contexts see it."""
    return LetterFacts(
        id=row.pk,
        addressee=Addressee(row.addressee),
        addressee_id=row.addressee_id,
        person_id=row.person_id,
        reason=LetterReason(row.reason),
        subject=row.subject,
        subject_id=row.subject_id,
        about_from=row.about_from,
        about_until=row.about_until,
        state=LetterState(row.state),
        why=WhyNot(row.why) if row.why else None,
        at=row.at,
    )
