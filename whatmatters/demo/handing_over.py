"""The end of a demonstration: sign-ins around one person who has something to answer."""

import secrets
from dataclasses import dataclass

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import set_password
from whatmatters.demo.calendar import moment
from whatmatters.demo.life import helping, money, rostering, telling, visits
from whatmatters.demo.lost_accounts import administrator_of, lose_accounts
from whatmatters.demo.stage.trusting import let_family_in
from whatmatters.demo.world import Somebody, World
from whatmatters.outcomes.queries import judgements_open, versions_in_state, waiting_for
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Party
from whatmatters.rules.roles import Role

PASSWORD_BYTES = 12
OF_THE_COUNCIL = (
    Role.COMMISSIONER,
    Role.BROKER,
    Role.FINANCE_OFFICER,
    Role.FINANCE_OFFICER,
    Role.SCRUTINY,
    Role.ADMINISTRATOR,
)


@dataclass(frozen=True, slots=True)
class SignIn:
    """One printed sign-in: the password was made fresh for this demonstration."""

    role: Role
    username: str
    password: str
    name: str


@transaction.atomic
def hand_over(world: World) -> tuple[SignIn, ...]:
    """One sign-in for each role (two finance officers; an administrator of the council and one of
    the provider), all round the same person."""
    person = chosen(world)
    let_family_in(at=moment(world.calendar.until, 8), on=world.calendar.until, person=person)
    visits.agree_at_last(world, person)
    rostering.roster_a_week(world, person)
    helping.last_day(world, person)
    telling.last_evening(world, person)
    money.leave_one_to_release(world)
    wanted = [(Role.PERSON, person.own), (Role.SOCIAL_WORKER, person.worker)]
    if person.kin:
        wanted.append((Role.FAMILY, person.kin))
    provider = person.provider or world.lead_of_patch[person.patch_code]
    wanted.append((Role.PROVIDER_MANAGER, provider.manager))
    wanted += [(next(iter(a.roles)), a) for a in provider.team]
    for number, role in enumerate(OF_THE_COUNCIL):
        holders = [a for a in world.staff if role in a.roles]
        wanted.append((role, holders[OF_THE_COUNCIL[:number].count(role)]))
    wanted.append((Role.ADMINISTRATOR, administrator_of(world, provider.organisation_id)))
    lose_accounts(world, person, provider)
    return tuple(_sign_in(world, role, actor) for role, actor in wanted)


def chosen(world: World) -> Somebody:
    """Somebody whose answer is waited for, with family if possible; else anybody with a plan."""
    awaited = _awaited(world)
    here = [p for p in world.people.values() if not p.gone]
    ranks = (
        [p for p in here if p.person_id in awaited and p.kin],
        [p for p in here if p.person_id in awaited],
        [p for p in here if p.plans and p.kin],
        here,
        list(world.people.values()),
    )
    return next(rank for rank in ranks if rank)[0]


def _awaited(world: World) -> set[int]:
    proposed = versions_in_state(world.council_id, PlanState.PROPOSED)
    waiting = waiting_for(v.id for v in proposed)
    found = {v.person_id for v in proposed if Party.PERSON in waiting[v.id]}
    judged = judgements_open(world.council_id, on=world.calendar.until)
    return found | {j.person_id for j in judged if Party.PERSON in j.waiting_for}


def _sign_in(world: World, role: Role, actor: Actor) -> SignIn:
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    at = moment(world.calendar.until, 23)
    set_password(by=world.system, at=at, user_id=actor.user_id, password=password)
    return SignIn(role, world.usernames[actor.user_id], password, actor.name)
