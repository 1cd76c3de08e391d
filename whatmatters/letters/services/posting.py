"""What somebody did about a letter by hand: posted it, or told her."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.letters.models import Letter
from whatmatters.letters.services.moves import Moving, move_letters
from whatmatters.rules.letters import LetterState
from whatmatters.rules.refusals import Absent, Refusal

WAITS_TO_BE = {LetterState.POSTED: LetterState.TO_POST, LetterState.TOLD: LetterState.TO_TELL}


class NotWaiting(Refusal):
    """The letter does not wait for this (any more): NotWaiting(id=, state=)."""

    code = "not_waiting"


@transaction.atomic
def mark_done(*, by: Actor, at: datetime, letter_ids: Sequence[int], done: LetterState) -> None:
    """Mark letters as `posted` or as `told` in person, where each waits for just that.

    What somebody prints may have become unsafe meanwhile: then nothing is marked. The caller has
    decided that the actor may (`Action.POST_LETTER` of the person). Raises NotWaiting, Absent.
    """
    rows = Letter.objects.of(by.council_id).filter(pk__in=set(letter_ids)).order_by("pk")
    held = list(rows.select_for_update())
    for missing in sorted(set(letter_ids) - {row.pk for row in held}):
        raise Absent(what="letter", id=missing)
    for row in held:
        if row.state != WAITS_TO_BE[done]:
            raise NotWaiting(id=row.pk, state=row.state)
    move_letters(by=by, at=at, moving=[Moving(row, done) for row in held])
