"""Access by relationship: which people a reader may do what with, as SQL and never row by row.

Higher contexts register at start-up who stands in which relationship, as a queryset; `access`
knows none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, Model, QuerySet, Value

from whatmatters.access.models import User
from whatmatters.access.queries.actor import Actor
from whatmatters.rules.permissions import (
    ONE_ORGANISATION,
    Action,
    Relationship,
    actions,
    own_rows_only,
    relationships_for,
)

Related = Callable[[Actor, date], QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class Source:
    """Where one kind of relationship is found: rows, and the column with the person's id."""

    relationship: Relationship
    people: Related
    column: str


Opened = Callable[[Actor, datetime], QuerySet[Any]]
_opened: dict[str, Opened] = {}
_sources: dict[tuple[Relationship, str], Source] = {}


def register_relationship(
    relationship: Relationship, people: Related, *, column: str = "person_id", key: str = ""
) -> None:
    """Say who stands in `relationship` to an actor on a day; called in `AppConfig.ready`.

    `people(actor, on)` gives rows of the actor's own council; `column` holds the person's id.
    Several sources of one relationship have different keys.
    """
    _sources[relationship, key] = Source(relationship, people, column)


def register_openings(key: str, people: Opened) -> None:
    """Say who has opened whose record for a time: `people(actor, at)`, with column person_id.

    It counts only where one record is asked for at a moment, so that no list ever shows it.
    """
    _opened[key] = people


@dataclass(frozen=True, slots=True)
class Sight:
    """How a reader stands to one person and what they may therefore do.

    `provider_id` is set when they see her only as a provider: then only that provider's own
    plans, packages and prices may be shown. `user_id` is the reader.
    """

    person_id: int
    user_id: int
    relationships: frozenset[Relationship]
    actions: frozenset[Action]
    why: Relationship
    provider_id: int | None


def people_allowed(actor: Actor, action: Action, on: date) -> "QuerySet[Any, int]":
    """Ids of all people with whom the actor may do this; for `pk__in=`, not for a loop."""
    parts = [_ids(source, actor, on) for source in _sources_for(actor, action)]
    if not parts:
        return User.objects.none().values_list("pk", flat=True)
    return parts[0].union(*parts[1:]) if len(parts) > 1 else parts[0]


def people_of_body(actor: Actor, on: date) -> "QuerySet[Any, int]":
    """Ids of the people with whom the actor's organisation has to do as a provider; for `in`."""
    found = (s for s in _sources.values() if s.relationship is Relationship.PROVIDER)
    parts = [_ids(source, actor, on) for source in found]
    return parts[0].union(*parts[1:])


def sight_of(actor: Actor, person_id: int, on: date, *, at: datetime | None = None) -> Sight:
    """Every relationship of the actor to one person, in one query.

    Only a page gives the moment: then a record that was opened for a time counts as well.
    """
    found = _relationships(actor, person_id, on, at)
    granting = [r for r in Relationship if r in found and actions(actor.roles, [r])]
    only_provider = bool(granting) and set(granting) <= ONE_ORGANISATION
    return Sight(
        person_id=person_id,
        user_id=actor.user_id,
        relationships=frozenset(granting),
        actions=actions(actor.roles, granting),
        why=granting[0] if granting else Relationship.NONE,
        provider_id=actor.organisation_id if only_provider else None,
    )


def may(actor: Actor, action: Action, person_id: int, on: date) -> bool:
    """Whether the actor may do this with this person: one query. Lists use `people_allowed`."""
    return action in sight_of(actor, person_id, on).actions


def may_in_council(actor: Actor, action: Action) -> bool:
    """Whether the actor may do something that is not about one person: no query."""
    return action in actions(actor.roles, [Relationship.NONE])


def own_organisation_only(actor: Actor, action: Action) -> int | None:
    """The organisation whose rows alone the actor may see by this action; None: all of them.

    An actor without an organisation gets 0, which no row has.
    """
    if own_rows_only(actor.roles, action):
        return actor.organisation_id or 0
    return None


def _sources_for(actor: Actor, action: Action) -> list[Source]:
    allowed = relationships_for(actor.roles, action)
    return [s for s in _sources.values() if s.relationship in allowed]


def _ids(source: Source, actor: Actor, on: date) -> "QuerySet[Any, Any]":
    rows: QuerySet[Model] = source.people(actor, on).order_by()
    return rows.values_list(source.column, flat=True)


def _relationships(
    actor: Actor, person_id: int, on: date, at: datetime | None
) -> set[Relationship]:
    useful = [s for s in _sources.values() if actions(actor.roles, [s.relationship])]
    parts = [_words(source, actor, person_id, on) for source in useful]
    if at is not None and actions(actor.roles, [Relationship.OPENED]):
        for opened in _opened.values():
            rows = opened(actor, at).order_by().filter(person_id=person_id)
            parts.append(_named(rows, Relationship.OPENED))
    if not parts:
        return set()
    return {Relationship(word) for word in parts[0].union(*parts[1:])}


def _words(source: Source, actor: Actor, person_id: int, on: date) -> "QuerySet[Any, Any]":
    rows = source.people(actor, on).order_by().filter(**{source.column: person_id})
    return _named(rows, source.relationship)


def _named(rows: "QuerySet[Any]", relationship: Relationship) -> "QuerySet[Any, Any]":
    word = Value(str(relationship), output_field=CharField())
    named: QuerySet[Any] = rows.annotate(wm_relationship=word)
    return named.values_list("wm_relationship", flat=True)
