"""Pages of the outbox: those letters that a reader may post, tell or see, filtered."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from whatmatters.access.queries import Actor, may_in_council, people_allowed
from whatmatters.letters.models import Letter
from whatmatters.letters.queries.letters import LetterFacts, facts
from whatmatters.rules.letters import Addressee, LetterReason, LetterState
from whatmatters.rules.permissions import Action


def count_listed(
    actor: Actor, on: date, states: Iterable[LetterState], reason: LetterReason | None = None
) -> int:
    """How many letters of some states this reader may handle (one query)."""
    return int(_rows(actor, on, states, reason).count())


def listed(
    actor: Actor,
    on: date,
    states: Iterable[LetterState],
    reason: LetterReason | None = None,
    *,
    offset: int,
    limit: int,
) -> tuple[LetterFacts, ...]:
    """One page of them, the oldest first (one query)."""
    rows = _rows(actor, on, states, reason).order_by("id")
    return tuple(facts(row) for row in rows[offset : offset + limit])


def _rows(
    actor: Actor, on: date, states: Iterable[LetterState], reason: LetterReason | None
) -> Any:
    mine = Q(person_id__in=people_allowed(actor, Action.POST_LETTER, on))
    if may_in_council(actor, Action.POST_TO_ORGANISATIONS):
        mine |= Q(addressee=Addressee.ORGANISATION)
    rows = Letter.objects.of(actor.council_id).filter(mine, state__in=[str(s) for s in states])
    return rows.filter(reason=reason) if reason is not None else rows
