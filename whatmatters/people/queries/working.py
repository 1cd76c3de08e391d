"""Who works with a person now or soon, for whom, since when and who said so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from whatmatters.access.queries import Actor
from whatmatters.access.queries.bodies import council_body
from whatmatters.access.queries.names import names_together
from whatmatters.access.queries.staff import bodies_of_users, colleagues
from whatmatters.people.models import Assignment
from whatmatters.rules.working_with import roles_given_by


@dataclass(frozen=True, slots=True)
class WorkingFacts:
    """One assignment. `ends` is its last day; `by` wrote it down.

    `bodies` names by id for whom they do this work: the body of who gave them, where they are of
    it; else each body that they act for.
    """

    id: int
    user_id: int
    name: str
    bodies: Mapping[int, str]
    starts: date
    ends: date | None
    by: str
    at: datetime

    @property
    def body(self) -> str:
        """For whom, in words."""
        return ", ".join(self.bodies.values())


def working_with(council_id: int, person_id: int, on: date) -> tuple[WorkingFacts, ...]:
    """Everybody who works with one person or is to, the longest first. Four queries."""
    still = Q(ends__isnull=True) | Q(ends__gte=on)
    found = Assignment.objects.of(council_id).filter(still, person_id=person_id)
    rows = list(found.order_by("starts", "id"))
    people = {row.user_id for row in rows} | {row.by_id for row in rows}
    acting = bodies_of_users(council_id, people, on)
    users, bodies = names_together(people, {b for many in acting.values() for b in many})
    return tuple(
        WorkingFacts(
            id=row.pk,
            user_id=row.user_id,
            name=users.get(row.user_id, ""),
            bodies=_named(_for_whom(acting, row.user_id, row.by_id), bodies),
            starts=row.starts,
            ends=row.ends,
            by=users.get(row.by_id, ""),
            at=row.at,
        )
        for row in rows
    )


def own_body(by: Actor) -> int:
    """The organisation whose people the actor may give; 0: none. At most one query."""
    return by.organisation_id or council_body(by.council_id) or 0


def may_be_given(by: Actor, on: date) -> dict[int, str]:
    """Names of the actor's own people who may be given to somebody, by user id; never oneself.

    Two of one name are told apart by the name that each signs in by.
    """
    roles = roles_given_by(by.roles)
    if not roles:
        return {}
    found = colleagues(by.council_id, own_body(by), roles, on)
    return {pk: f"{n} ({called})" for pk, (n, called) in found.items() if pk != by.user_id}


def _for_whom(acting: Mapping[int, frozenset[int]], user: int, by: int) -> frozenset[int]:
    own = acting.get(user, frozenset())
    return own & acting.get(by, frozenset()) or own


def _named(bodies: Iterable[int], names: Mapping[int, str]) -> Mapping[int, str]:
    return {body: names[body] for body in sorted(bodies) if body in names}
