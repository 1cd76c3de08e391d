"""Needs that nothing in the area met."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import UnmatchedNeed
from whatmatters.outcomes.services.events import people_of_council
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.words import words


@dataclass(frozen=True, slots=True)
class UnmatchedGiven:
    """A need that nothing matches, as it was said."""

    person_id: int
    on: date
    words: str


@transaction.atomic
def record_unmatched(
    *, by: Actor, at: datetime, needs: Sequence[UnmatchedGiven]
) -> tuple[int, ...]:
    """Record needs as they were said, forced into no code; their ids in order.

    Raises WordsMissing, DayNotReached, Absent.
    """
    people_of_council(by, {need.person_id for need in needs})
    rows = [
        UnmatchedNeed(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            person_id=need.person_id,
            on=must_be_reached(need.on, at),
            words=words("words", need.words),
        )
        for need in needs
    ]
    made = UnmatchedNeed.objects.bulk_create(rows)
    events = [Audited("need.unmatched", "unmatched_need", row.pk, row.person_id) for row in made]
    audit_many(by=by, at=at, events=events)
    return tuple(row.pk for row in made)
