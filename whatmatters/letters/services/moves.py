"""The moves of a letter: one row for each, as `rules.letters` allows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.letters.models import Letter, LetterMove
from whatmatters.rules.letters import LETTER_MOVES, LetterState, WhyNot
from whatmatters.rules.lifecycles import move


@dataclass(frozen=True, slots=True)
class Moving:
    """A letter, where it goes, and why (a code)."""

    letter: Letter
    to: LetterState
    why: WhyNot | None = None


def move_letters(*, by: Actor, at: datetime, moving: Sequence[Moving]) -> None:
    """Write the moves and the states. Raises MoveRefusedError; runs inside the caller's atomic."""
    if not moving:
        return
    for one in moving:
        now = LetterState(one.letter.state)
        # The same waiting, for another reason, is a move as well: somebody reads the reason.
        one.letter.state = one.to if one.to is now else move(LETTER_MOVES, now, one.to)
        one.letter.why = one.why or ""
    Letter.objects.bulk_update([one.letter for one in moving], ["state", "why"])
    LetterMove.objects.bulk_create(
        LetterMove(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            letter=one.letter,
            to=one.to,
            why=one.why or "",
        )
        for one in moving
    )
    events = [
        Audited(f"letter.{m.to}", "letter", m.letter.pk, m.letter.person_id, str(m.why or ""))
        for m in moving
    ]
    audit_many(by=by, at=at, events=events)
