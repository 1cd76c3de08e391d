"""Who comes today to those who share it with the reader."""

from collections.abc import Iterable
from datetime import date

from whatmatters.access.queries import Actor, people_allowed
from whatmatters.people.queries import PersonFacts
from whatmatters.rota.queries import NOTHING_AGREED, OwnDay, own_days
from whatmatters.rules.permissions import Action


def days_shared(actor: Actor, people: Iterable[PersonFacts], *, on: date) -> dict[int, OwnDay]:
    """By person, of these people who live and share it: the day. As many queries for any number."""
    among = {one.id for one in people if one.died_on is None}
    shared = among & set(people_allowed(actor, Action.SEE_DELIVERY, on)) if among else set()
    found = own_days(actor.council_id, shared, on) if shared else {}
    return {pk: found.get(pk, NOTHING_AGREED) for pk in shared}
