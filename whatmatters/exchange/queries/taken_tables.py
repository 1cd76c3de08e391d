"""Tables that are taken out: read through what each context says of its own, told with names.

Of a person: what is held about her and this reader may see, less what is another's. Of a party:
its own rows, less what its own people may not read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import get_language

from whatmatters.access.queries import Actor, Sight, people_allowed
from whatmatters.access.queries.holdings import HOLDINGS as ACCESS
from whatmatters.access.queries.names import organisation_names, user_names
from whatmatters.blocks.queries.holdings import HOLDINGS as BLOCKS
from whatmatters.charging.queries.holdings import HOLDINGS as CHARGING
from whatmatters.commissioning.queries.holdings import HOLDINGS as COMMISSIONING
from whatmatters.delivery.queries.holdings import HOLDINGS as DELIVERY
from whatmatters.direct_payments.queries.holdings import HOLDINGS as DIRECT_PAYMENTS
from whatmatters.episodes.queries.holdings import HOLDINGS as EPISODES
from whatmatters.funds.queries.holdings import HOLDINGS as FUNDS
from whatmatters.letters.queries.holdings import HOLDINGS as LETTERS
from whatmatters.limits.queries.holdings import HOLDINGS as LIMITS
from whatmatters.outcomes.queries.holdings import HOLDINGS as OUTCOMES
from whatmatters.outcomes.queries.seals import sealed_judgements
from whatmatters.payments.queries.holdings import HOLDINGS as PAYMENTS
from whatmatters.people.queries import links
from whatmatters.people.queries.holdings import HOLDINGS as PEOPLE
from whatmatters.people.queries.own_users import own_users
from whatmatters.places.queries import AreaFacts, areas
from whatmatters.records.holdings import Column, Holding, columns_of, leading_to, rows_of
from whatmatters.results.queries.holdings import HOLDINGS as RESULTS
from whatmatters.retention.queries.holdings import HOLDINGS as RETENTION
from whatmatters.rota.queries.holdings import HOLDINGS as ROTA
from whatmatters.rules.permissions import Action
from whatmatters.shifts.queries.holdings import HOLDINGS as SHIFTS
from whatmatters.switching.queries.holdings import HOLDINGS as SWITCHING
from whatmatters.trust.queries import hidden_from
from whatmatters.trust.queries.addresses import place_hidden
from whatmatters.trust.queries.holdings import HOLDINGS as TRUST

HELD: tuple[Holding, ...] = (
    *PEOPLE,
    *OUTCOMES,
    *DELIVERY,
    *COMMISSIONING,
    *BLOCKS,
    *FUNDS,
    *DIRECT_PAYMENTS,
    *ROTA,
    *EPISODES,
    *SHIFTS,
    *RESULTS,
    *LIMITS,
    *SWITCHING,
    *PAYMENTS,
    *CHARGING,
    *LETTERS,
    *TRUST,
    *RETENTION,
    *ACCESS,
)
NOT_TEXT = frozenset({"user", "organisation", "area"})


@dataclass(frozen=True, slots=True)
class Taken:
    """One table: its key, its columns, and its rows, with names in place of users' numbers."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class RecordTaken:
    """Everything held about a person that the reader may take; `closed` are tables they may not."""

    person_id: int
    tables: tuple[Taken, ...]
    closed: tuple[str, ...]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(len(table.rows) for table in self.tables)


def record_keys(sight: Sight) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which tables a reader would take of one person, and which are not theirs to take."""
    hers = [one for one in HELD if one.person and one.needs is not None]
    inside = tuple(one.key for one in hers if one.needs in sight.actions)
    return inside, tuple(one.key for one in hers if one.key not in inside)


def read_record(council_id: int, sight: Sight, *, on: date) -> RecordTaken:
    """What is held about one person, table by table: a constant number of SQL queries."""
    inside = record_keys(sight)[0]
    may = [one for one in HELD if one.key in inside]
    place = not place_hidden(council_id, sight)
    hidden = hidden_from(council_id, sight)
    sealed = sealed_judgements(council_id, on, person_id=sight.person_id)
    writers = own_users(council_id, sight.person_id)
    let_in = {link.user_id for link in links([sight.person_id], on).get(sight.person_id, ())}
    read: list[Taken] = []
    for one in may:
        chosen = leading_to(one.person, sight.person_id, council_id)
        if one.kept is not None:
            chosen &= ~Q(pk__in=[pk for subject, pk in hidden if subject is one.kept])
        if one.judgement:
            chosen &= ~Q(**{f"{one.judgement}__in": sealed})
        if one.writer:
            chosen &= Q(**{f"{one.writer}__in": writers})
        if one.while_let_in:
            chosen &= Q(**{f"{one.while_let_in}__in": let_in})
        columns = columns_of(one, place=place)
        read.append(Taken(one.key, columns, tuple(rows_of(one, chosen, columns))))
    return RecordTaken(sight.person_id, named(council_id, read), record_keys(sight)[1])


def party_tables(
    by: Actor, actions: frozenset[Action], provider_id: int | None, *, on: date
) -> Iterator[tuple[Holding, Q]]:
    """The tables of a party with the rows that are its own; `provider_id` None: the council's.

    Of people only those whom the reader may see today, and never what their work may not read.
    """
    sealed = sealed_judgements(by.council_id, on)
    for one in HELD:
        if one.why_not or (one.needs is not None and one.needs not in actions):
            continue
        if one.writer or one.while_let_in or (provider_id is not None and not one.provider):
            continue
        chosen = Q(council_id=by.council_id)
        if provider_id is not None:
            chosen = leading_to(one.provider, provider_id, by.council_id)
        if one.person and one.needs not in (None, Action.SEE_PERSON_MONEY):
            seen = people_allowed(by, Action.SEE_RECORD, on)
            chosen &= _among(one, seen)
        if one.judgement:
            chosen &= ~Q(**{f"{one.judgement}__in": sealed})
        yield one, chosen


def people_told(by: Actor, provider_id: int | None, *, on: date) -> int:
    """Of how many people a party's file would tell."""
    person = next(one for one in PEOPLE if one.key == "person")
    chosen = Q(council_id=by.council_id) & _among(person, people_allowed(by, Action.SEE_RECORD, on))
    if provider_id is not None:
        chosen &= leading_to(person.provider, provider_id, by.council_id)
    return int(person.model._default_manager.filter(chosen).distinct().count())


def named(council_id: int, tables: Iterable[Taken]) -> tuple[Taken, ...]:
    """The same tables with names for users, organisations and places (three queries)."""
    held = list(tables)
    ids: dict[str, set[int]] = {kind: set() for kind in NOT_TEXT}
    for table in held:
        for place, column in enumerate(table.columns):
            if column.points_to in ids:
                ids[column.points_to] |= {row[place] for row in table.rows if row[place]}
    names: dict[str, dict[int, str]] = {
        "user": user_names(ids["user"]),
        "organisation": organisation_names(ids["organisation"]),
        "area": {pk: _called(one) for pk, one in areas(council_id, ids["area"]).items()},
    }
    return tuple(Taken(one.key, one.columns, _with_names(one, names)) for one in held)


def _with_names(table: Taken, names: dict[str, dict[int, str]]) -> tuple[tuple[Any, ...], ...]:
    books = [names.get(column.points_to) for column in table.columns]
    return tuple(
        tuple(
            value if book is None or value is None else book.get(value, "")
            for value, book in zip(row, books, strict=True)
        )
        for row in table.rows
    )


def _called(area: AreaFacts) -> str:
    welsh = (get_language() or "").startswith("cy")
    return (area.name_cy if welsh else "") or area.name_en


def _among(one: Holding, people: Any) -> Q:
    found = Q()
    for way in one.person:
        found |= Q(**{f"{way}__in": people})
    return found
