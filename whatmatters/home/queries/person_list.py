"""The people that a reader may see, page by page: for those who act, by what is due."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from whatmatters.access.queries import Actor, people_allowed
from whatmatters.home.queries.due import due_of
from whatmatters.outcomes.queries.due_person import DueFacts
from whatmatters.outcomes.queries.plan_stands import PlanStand, people_whose_plan
from whatmatters.people.queries import PersonFacts, search_people
from whatmatters.people.queries.listed import (
    count_listed,
    everybody,
    listed_and_hidden,
    living_in,
    speaking,
)
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action
from whatmatters.rules.roles import Role
from whatmatters.trust.queries.addresses import hidden_people

PER_PAGE = 25
MOST_FOUND = 500
PROVIDERS_PEOPLE = frozenset({Role.PROVIDER_MANAGER, Role.TEAM_MEMBER})


@dataclass(frozen=True, slots=True)
class ListRead:
    """One page. `total` is of the whole list; `due` the most pressing thing of each person.

    `hidden` are those of whom it must not be said where they live.
    """

    people: tuple[PersonFacts, ...]
    hidden: Set[int]
    due: Mapping[int, DueFacts]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What narrows the list: words of a name, and what is recorded of the people."""

    words: str = ""
    language: Language | None = None
    patch_id: int | None = None
    plan: PlanStand | None = None

    @property
    def narrows(self) -> bool:
        """Whether anybody is left out."""
        return self != Wanted()


def read_list(actor: Actor, *, on: date, wanted: Wanted, page: int = 1) -> ListRead:
    """A page of the list, or of those who are wanted. A constant number of queries."""
    among = _among(actor, on, wanted)
    only = _found(actor, wanted.words, among)
    due = _due(actor, on)
    if wanted.narrows:
        kept = set(among if only is None else only)
        due = {pk: what for pk, what in due.items() if pk in kept}
    first, council_id = list(due), actor.council_id
    guarded = hidden_people(council_id)
    if only is None:
        total = count_listed(council_id, among)
        page, pages, start = _stands(page, total)
        first = first[: start + PER_PAGE]
        people, hidden = listed_and_hidden(
            council_id, among, guarded, first=first, offset=start, limit=PER_PAGE
        )
    else:
        # Who was found by name is a few at most: read once, and counted as read.
        found, hidden = listed_and_hidden(
            council_id, among, guarded, first=first, only=only, limit=MOST_FOUND
        )
        total = len(found)
        page, pages, start = _stands(page, total)
        people = found[start : start + PER_PAGE]
    return ListRead(people, hidden, due, total, page, pages)


def _stands(page: int, total: int) -> tuple[int, int, int]:
    """The page there is, of how many, and where in the list it begins."""
    pages = max(-(-total // PER_PAGE), 1)
    page = min(max(page, 1), pages)
    return page, pages, (page - 1) * PER_PAGE


def _among(actor: Actor, on: date, wanted: Wanted) -> "QuerySet[Any, Any]":
    """Ids of those whom the reader may see and who are wanted, but for their names.

    Whoever may not see a plan is not told by a filter how it stands; a provider asks about its own.
    """
    council_id = actor.council_id
    among = people_allowed(actor, Action.SEE_RECORD, on)
    parts = []
    if wanted.language is not None:
        parts.append(speaking(council_id, wanted.language))
    if wanted.patch_id is not None:
        hidden = hidden_people(council_id)
        parts.append(living_in(council_id, wanted.patch_id, hidden=hidden))
    if wanted.plan is not None:
        own = actor.organisation_id or 0 if actor.roles & PROVIDERS_PEOPLE else None
        parts.append(people_allowed(actor, Action.SEE_PLAN, on))
        parts.append(people_whose_plan(council_id, wanted.plan, on=on, provider_id=own))
    if not parts:
        return among
    narrowed = everybody(council_id).filter(pk__in=among)
    for part in parts:
        narrowed = narrowed.filter(pk__in=part)
    return narrowed.values_list("pk", flat=True)


def _found(actor: Actor, words: str, among: "QuerySet[Any, Any]") -> Sequence[int] | None:
    if not words.strip():
        return None
    return [p.id for p in search_people(actor.council_id, words, limit=MOST_FOUND, among=among)]


def _due(actor: Actor, on: date) -> dict[int, DueFacts]:
    """For a social worker her own people; for a provider those whose plan is with it."""
    council = actor.council_id
    if Role.SOCIAL_WORKER in actor.roles:
        mine = people_allowed(actor, Action.RECORD_FINDING, on)
        return due_of(council, mine, Party.COUNCIL, on=on)
    if actor.roles & PROVIDERS_PEOPLE:
        seen = people_allowed(actor, Action.SEE_RECORD, on)
        return due_of(council, seen, Party.PROVIDER, on=on, provider_id=actor.organisation_id)
    return {}
