"""Organisations, and everybody who works in them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.access.queries import Actor, actors_for
from whatmatters.access.services import (
    MembershipGiven,
    OrganisationGiven,
    UserGiven,
    add_memberships,
    add_organisations,
    add_users,
)
from whatmatters.demo.names_cast import Cast, InventedProvider, InventedWorker, invented_name
from whatmatters.rules.people import Language
from whatmatters.rules.roles import OrganisationKind, Origin, Role
from whatmatters.teams import services as teams


@dataclass(frozen=True, slots=True)
class Hired:
    """One user, the role it holds and where."""

    worker: InventedWorker
    organisation_id: int
    actor: Actor


@dataclass(frozen=True, slots=True)
class Crew:
    """Everybody who works, by organisation, with the name that each signs in by."""

    council_organisation_id: int
    health_board_id: int
    organisation_of: dict[str, int]
    hired: tuple[Hired, ...]
    usernames: dict[int, str]

    def with_role(self, role: Role, organisation_id: int | None = None) -> list[Actor]:
        """Actors of one role, in one organisation or in any."""
        return [
            h.actor
            for h in self.hired
            if role in h.actor.roles and organisation_id in (None, h.organisation_id)
        ]


def hire(*, by: Actor, at: datetime, on: date, cast: Cast) -> Crew:
    """Make the organisations, the users with their roles, and the workers of the providers."""
    buyers = [
        _buyer(OrganisationKind.COUNCIL, "council"),
        _buyer(OrganisationKind.HEALTH_BOARD, "health_board"),
    ]
    council, health, *others = add_organisations(
        by=by, at=at, organisations=[*buyers, *(_body(p) for p in cast.providers)]
    )
    organisation_of = {p.code: i for p, i in zip(cast.providers, others, strict=True)}
    jobs = [(w, council) for w in (*cast.social_workers, *cast.council_officers)]
    jobs += [(w, organisation_of[p.code]) for p in cast.providers for w in p.workers]
    care = len(jobs)
    jobs += [(w, organisation_of[code]) for code, w in cast.administrators.items()]
    usernames = _users(by, at, jobs)
    users = list(usernames)
    add_memberships(
        by=by,
        at=at,
        memberships=[
            MembershipGiven(u, worker.role, organisation, on)
            for u, (worker, organisation) in zip(users, jobs, strict=True)
        ],
    )
    actors = actors_for(users, council_id=by.council_id, on=on)
    hired = [Hired(w, o, actors[u]) for u, (w, o) in zip(users, jobs, strict=True)]
    _workers(by, at, hired[:care])
    return Crew(council, health, organisation_of, tuple(hired), usernames)


def _buyer(kind: OrganisationKind, body: str) -> OrganisationGiven:
    """The map is real; who buys on it is invented, as all its figures are."""
    return OrganisationGiven(kind, *invented_name(body), Origin.SYNTHETIC)


def _body(provider: InventedProvider) -> OrganisationGiven:
    return OrganisationGiven(provider.kind, provider.name_en, provider.name_cy, Origin.SYNTHETIC)


def _users(by: Actor, at: datetime, jobs: Sequence[tuple[InventedWorker, int]]) -> dict[int, str]:
    """A user each, by id: nobody can sign in until the demonstration is handed over."""
    count: Counter[Role] = Counter()
    given = []
    for worker, _ in jobs:
        count[worker.role] += 1
        username = f"{worker.role.replace('_', '-')}-{count[worker.role]}"
        language = "cy" if worker.languages[0] == Language.WELSH else "en-gb"
        given.append(UserGiven(username, worker.full_name, language))
    made = add_users(by=by, at=at, users=given)
    return {user: g.username for user, g in zip(made, given, strict=True)}


def _workers(by: Actor, at: datetime, hired: Sequence[Hired]) -> None:
    """Each is a worker of her organisation as well, so that teams can be shown."""
    given = [
        teams.NewWorker(
            h.organisation_id,
            h.worker.full_name,
            str(h.worker.role).replace("_", " "),
            user_id=h.actor.user_id,
            speaks_welsh=Language.WELSH in h.worker.languages,
            origin=Origin.SYNTHETIC,
        )
        for h in hired
    ]
    teams.register_workers(by=by, at=at, workers=given)
