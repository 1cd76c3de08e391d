"""Who works for an organisation in a role, and how to write to them at work."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from whatmatters.access.models import Membership
from whatmatters.access.queries.actors import actors_for
from whatmatters.access.queries.bodies import council_body
from whatmatters.rules.roles import Role


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """Somebody at work: `email` is "" where none is known."""

    user_id: int
    organisation_id: int
    email: str
    language: str


def staff_of(
    council_id: int, organisation_ids: Iterable[int], role: Role, on: date
) -> tuple[StaffFacts, ...]:
    """Who holds a role in some organisations on a day and may sign in, in one query."""
    rows = Membership.objects.of(council_id).filter(
        Q(ends__isnull=True) | Q(ends__gte=on),
        starts__lte=on,
        role=role,
        organisation_id__in=set(organisation_ids),
        user__is_active=True,
    )
    columns = ("user_id", "organisation_id", "user__email", "user__language")
    return tuple(StaffFacts(*row) for row in rows.order_by("id").values_list(*columns))


def bodies_of_users(
    council_id: int, user_ids: Iterable[int], on: date
) -> dict[int, frozenset[int]]:
    """The organisations for which each user acts on a day, or acted once where it is none now.

    By user id. A role of no organisation is the council's own. Two queries.
    """
    council = council_body(council_id) or 0
    rows = Membership.objects.of(council_id).filter(user_id__in=set(user_ids))
    now: dict[int, set[int]] = {}
    ever: dict[int, set[int]] = {}
    columns = ("user_id", "organisation_id", "starts", "ends")
    for user_id, body, starts, ends in rows.values_list(*columns):
        ever.setdefault(user_id, set()).add(body or council)
        if starts <= on and (ends is None or ends >= on):
            now.setdefault(user_id, set()).add(body or council)
    return {user: frozenset(now.get(user, bodies)) for user, bodies in ever.items()}


def colleagues(
    council_id: int, organisation_id: int, roles: Set[Role], on: date
) -> dict[int, tuple[str, str]]:
    """Who acts for a body in one of the roles on a day and may sign in: name and user name by id.

    Somebody who acts for another body first acts for that one alone. At most four queries.
    """
    own = Q(organisation_id=organisation_id)
    if organisation_id == council_body(council_id):
        own |= Q(organisation__isnull=True)
    rows = Membership.objects.of(council_id).filter(
        own,
        Q(ends__isnull=True) | Q(ends__gte=on),
        starts__lte=on,
        role__in=roles,
        user__is_active=True,
    )
    columns = ("user_id", "user__display_name", "user__username")
    found = {pk: (name, called) for pk, name, called in rows.values_list(*columns)}
    acting = actors_for(found, council_id=council_id, on=on)
    here = (organisation_id, None)
    held = {pk for pk, one in acting.items() if one.organisation_id in here and one.roles & roles}
    return {pk: told for pk, told in sorted(found.items(), key=_by_name) if pk in held}


def _by_name(told: tuple[int, tuple[str, str]]) -> tuple[str, int]:
    pk, (name, _) = told
    return name.casefold(), pk
