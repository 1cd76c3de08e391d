"""Whether she wants it: said by herself, by who decides for her, or written down as she says it."""

from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor, sight_of
from whatmatters.access.services import audit
from whatmatters.records.locks import SWITCHES, lock_council
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.switching import (
    LONGEST,
    HerWord,
)
from whatmatters.rules.words import words_or_none
from whatmatters.switching.models import TransitionWord
from whatmatters.switching.queries import TransitionFacts
from whatmatters.switching.queries.refusals import (
    MovedAlready,
    NotHersToSay,
    TransitionChanged,
)
from whatmatters.switching.services.planning import held_transition

HERS = frozenset({Relationship.SELF, Relationship.DECIDER})


@transaction.atomic
def say_word(
    *,
    by: Actor,
    at: datetime,
    transition_id: int,
    word: HerWord,
    seen: int,
    words: str = "",
    heard: bool = False,
) -> int:
    """Keep her word to the version that she saw; the newest holds. The plan's id.

    `heard`: her social worker has it from her, there and then. Raises Absent, NotHersToSay,
    MovedAlready, TransitionChanged, or what words refuse.
    """
    lock_council(by.council_id, SWITCHES)
    held, hers = _asked(by, at, transition_id, heard=heard)
    if held.number != seen:
        raise TransitionChanged(number=held.number)
    TransitionWord.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        transition_id=transition_id,
        word=word,
        words=words_or_none("words", words, longest=LONGEST),
        heard=not hers,
    )
    audit(
        by=by,
        at=at,
        action="transition.said",
        subject="transition",
        subject_id=transition_id,
        person_id=held.person_id,
    )
    return transition_id


def _asked(
    by: Actor, at: datetime, transition_id: int, *, heard: bool
) -> tuple[TransitionFacts, bool]:
    """The plan, and whether who speaks is she or decides for her."""
    held = held_transition(by, transition_id)
    sight = sight_of(by, held.person_id, london_day(at))
    hers = bool(HERS & sight.relationships)
    if Action.CHOOSE_ROUTE not in sight.actions or not (hers or heard):
        raise NotHersToSay(person_id=held.person_id)
    if held.moved_from is not None:
        raise MovedAlready(day=held.moved_from)
    return held, hers
