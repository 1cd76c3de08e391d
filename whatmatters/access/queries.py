"""Questions about who somebody is here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from whatmatters.access.models import Membership, User
from whatmatters.rules.roles import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever does something: read at the edge, passed down as `by`."""

    user_id: int
    council_id: int
    name: str
    organisation_id: int | None
    roles: frozenset[Role]
    language: str = "en-gb"


def actor_for(user_id: int, *, council_id: int, on: date) -> Actor:
    """The actor that a user is in one council on a day; without a role, roles are empty."""
    user = User.objects.get(pk=user_id)
    return _actor(user, council_id, _held(council_id, on, [user_id]))


def actors_for(user_ids: Iterable[int], *, council_id: int, on: date) -> dict[int, Actor]:
    """Many actors in two queries, by user id."""
    ids = list(user_ids)
    held = _held(council_id, on, ids)
    return {u.pk: _actor(u, council_id, held) for u in User.objects.filter(pk__in=ids)}


def council_of(user_id: int, *, on: date) -> int | None:
    """The council in which a user holds a role on a day; None when there is none."""
    held = Membership.objects.filter(user_id=user_id, starts__lte=on)
    current = held.filter(Q(ends__isnull=True) | Q(ends__gte=on)).order_by("id").first()
    return current.council_id if current else None


def _held(council_id: int, on: date, user_ids: list[int]) -> dict[int, list[Membership]]:
    rows = Membership.objects.of(council_id).filter(user_id__in=user_ids, starts__lte=on)
    held: dict[int, list[Membership]] = {}
    for row in rows.filter(Q(ends__isnull=True) | Q(ends__gte=on)).order_by("id"):
        held.setdefault(row.user_id, []).append(row)
    return held


def _actor(user: User, council_id: int, held: dict[int, list[Membership]]) -> Actor:
    mine = held.get(user.pk, [])
    where = next((m.organisation_id for m in mine if m.organisation_id), None)
    roles = frozenset(Role(m.role) for m in mine)
    return Actor(user.pk, council_id, user.display_name, where, roles, user.language)
