"""Who somebody is in a council on a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from whatmatters.access.models import Membership, User
from whatmatters.access.queries.actor import Actor
from whatmatters.records.standing import across_councils
from whatmatters.rules.roles import Role


def actor_for(user_id: int, *, council_id: int, on: date) -> Actor:
    """The actor that a user is in one council on a day; without a role, roles are empty."""
    user = User.objects.get(pk=user_id)
    return _actor(user, council_id, list(_held(on, [user_id]).filter(council_id=council_id)))


def actors_for(user_ids: Iterable[int], *, council_id: int, on: date) -> dict[int, Actor]:
    """Many actors in two queries, by user id."""
    ids = list(user_ids)
    held: dict[int, list[Membership]] = {}
    for row in _held(on, ids).filter(council_id=council_id):
        held.setdefault(row.user_id, []).append(row)
    users = User.objects.filter(pk__in=ids)
    return {u.pk: _actor(u, council_id, held.get(u.pk, [])) for u in users}


def acting(user_id: int, *, on: date) -> Actor | None:
    """The actor that somebody who signed in is on a day, in one query; None without any role.

    Someone with roles in two councils acts in the one that came first.
    """
    with across_councils():
        rows = list(_held(on, [user_id]).select_related("user"))
    if not rows:
        return None
    council_id = rows[0].council_id
    return _actor(rows[0].user, council_id, [r for r in rows if r.council_id == council_id])


def council_of(user_id: int, *, on: date) -> int | None:
    """The council in which a user holds a role on a day; None when there is none."""
    with across_councils():
        current = _held(on, [user_id]).first()
    return current.council_id if current else None


def _held(on: date, user_ids: list[int]) -> "QuerySet[Membership]":
    rows: QuerySet[Membership] = Membership.objects.filter(user_id__in=user_ids, starts__lte=on)
    return rows.filter(Q(ends__isnull=True) | Q(ends__gte=on)).order_by("id")


def _actor(user: User, council_id: int, held: list[Membership]) -> Actor:
    """One acts for one organisation: roles in another would lend this one their power."""
    where = next((m.organisation_id for m in held if m.organisation_id), None)
    roles = frozenset(Role(m.role) for m in held if m.organisation_id in (None, where))
    return Actor(user.pk, council_id, user.display_name, where, roles, user.language)
