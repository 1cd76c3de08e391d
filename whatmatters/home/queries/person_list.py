"""The people that a reader may see, page by page: for those who act, by what is due."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from whatmatters.access.queries import Actor, people_allowed
from whatmatters.outcomes.queries.due_people import due_with
from whatmatters.outcomes.queries.due_person import DueFacts
from whatmatters.people.queries import PersonFacts, search_people
from whatmatters.people.queries.listed import count_listed, listed
from whatmatters.places.queries import AreaFacts, areas
from whatmatters.rules.outcomes import Party
from whatmatters.rules.permissions import Action
from whatmatters.rules.roles import Role
from whatmatters.trust.queries.addresses import hidden_among

PER_PAGE = 25
MOST_FOUND = 500
PROVIDERS_PEOPLE = frozenset({Role.PROVIDER_MANAGER, Role.TEAM_MEMBER})


@dataclass(frozen=True, slots=True)
class ListRead:
    """One page. `total` is of the whole list; `due` the most pressing thing of each person.

    `hidden` are those of whom it must not be said where they live.
    """

    people: tuple[PersonFacts, ...]
    areas: Mapping[int, AreaFacts]
    hidden: Set[int]
    due: Mapping[int, DueFacts]
    total: int
    page: int
    pages: int


def read_list(actor: Actor, *, on: date, words: str = "", page: int = 1) -> ListRead:
    """A page of the list, or of those whose name holds the words. A constant number of queries."""
    among = people_allowed(actor, Action.SEE_RECORD, on)
    only = _found(actor, words, among)
    due = _due(actor, on)
    total = count_listed(actor.council_id, among) if only is None else len(only)
    if only is not None:
        seen = listed(actor.council_id, among, only=only, limit=MOST_FOUND)
        only, total = [p.id for p in seen], len(seen)
    pages = max(-(-total // PER_PAGE), 1)
    page = min(max(page, 1), pages)
    start = (page - 1) * PER_PAGE
    first = list(due)[: start + PER_PAGE]
    people = listed(actor.council_id, among, first=first, only=only, offset=start, limit=PER_PAGE)
    hidden = hidden_among(actor.council_id, [person.id for person in people])
    wards = areas(actor.council_id, {p.ward_id for p in people if p.id not in hidden})
    return ListRead(people, wards, hidden, due, total, page, pages)


def _found(actor: Actor, words: str, among: "QuerySet[Any, Any]") -> Sequence[int] | None:
    if not words.strip():
        return None
    return [p.id for p in search_people(actor.council_id, words, limit=MOST_FOUND, among=among)]


def _due(actor: Actor, on: date) -> dict[int, DueFacts]:
    """For a social worker her own people; for a provider those whose plan is with it."""
    council = actor.council_id
    if Role.SOCIAL_WORKER in actor.roles:
        mine = people_allowed(actor, Action.RECORD_FINDING, on)
        return due_with(council, mine, Party.COUNCIL, on=on)
    if actor.roles & PROVIDERS_PEOPLE:
        seen = people_allowed(actor, Action.SEE_RECORD, on)
        return due_with(council, seen, Party.PROVIDER, on=on, provider_id=actor.organisation_id)
    return {}
