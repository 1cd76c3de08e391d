"""What is to be done in an outbox: a tick asks it before it enqueues, and the doing asks too."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from whatmatters.letters.models import Letter, LetterMove
from whatmatters.letters.queries.letters import LetterFacts, facts
from whatmatters.letters.queries.wanted import Wanted, wanted
from whatmatters.letters.queries.ways import Postroom, ready
from whatmatters.people.queries import died_on
from whatmatters.policy.letters import unfinished_after
from whatmatters.rules.letters import WAITING, LetterReason, LetterState, Way, WhyNot

# A plan that was answered, or that has ended, needs no letter any more; a payment stays news.
PASSING = frozenset({LetterReason.PLAN_TO_ANSWER, LetterReason.REVIEW_COMING})
# These wait for somebody to tell her, whatever she chooses now.
KEPT = (WhyNot.MAY_HAVE_GONE, WhyNot.REFUSED)


def is_due(council_id: int, *, at: datetime, on: date, room: Postroom) -> bool:
    """Something to queue, to send, to give up or to put on another way: a few queries."""
    rows = Letter.objects.of(council_id)
    if rows.filter(state=LetterState.QUEUED).exists() or unfinished(council_id, at).exists():
        return True
    due = wanted(council_id, on)
    return bool(not_kept(council_id, due) or misplaced(council_id, due, on=on, room=room))


def not_kept(council_id: int, due: Iterable[Wanted]) -> tuple[Wanted, ...]:
    """Those of the wanted letters that are not in the outbox."""
    asked = tuple(due)
    held = Letter.objects.of(council_id).filter(subject_id__in={one.subject_id for one in asked})
    columns = ("addressee", "addressee_id", "reason", "subject", "subject_id")
    known = set(held.values_list(*columns))
    return tuple(one for one in asked if one.key not in known)


def misplaced(
    council_id: int, due: Iterable[Wanted], *, on: date, room: Postroom
) -> dict[int, Way]:
    """Waiting letters that belong elsewhere now, by id: over, or on another safe way."""
    rows = Letter.objects.of(council_id).filter(state__in=[str(s) for s in WAITING])
    told = [facts(row) for row in rows.exclude(why__in=KEPT).order_by("id")]
    keys = {one.key for one in due}
    dead = died_on({one.person_id for one in told if one.person_id is not None})
    over = {one.id for one in told if _is_over(one, keys) or one.person_id in dead}
    found = ready(council_id, [one for one in told if one.id not in over], room, on=on)
    moves = {pk: Way(LetterState.WITHDRAWN, WhyNot.OVER) for pk in over}
    for one in told:
        if one.id in found and Way(one.state, one.why) != found[one.id].way:
            moves[one.id] = found[one.id].way
    return moves


def unfinished(council_id: int, at: datetime) -> Any:
    """Letters whose e-mail was begun too long ago to be under way still, as rows."""
    begun = LetterMove.objects.of(council_id).filter(
        to=LetterState.SENDING, at__lt=at - unfinished_after()
    )
    rows = Letter.objects.of(council_id).filter(state=LetterState.SENDING)
    return rows.filter(pk__in=begun.values("letter_id"))


def _is_over(letter: LetterFacts, keys: set[tuple[str, int, str, str, int]]) -> bool:
    key = (
        str(letter.addressee),
        letter.addressee_id,
        str(letter.reason),
        letter.subject,
        letter.subject_id,
    )
    return letter.reason in PASSING and key not in keys
