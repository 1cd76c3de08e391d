"""Accounts that were lost on the last day: one came back by two people, one waits for a word."""

from whatmatters.access.queries import Actor
from whatmatters.access.services import answer_recovery, ask_recovery
from whatmatters.demo.calendar import moment
from whatmatters.demo.world import Provider, Somebody, World
from whatmatters.rules.accounts import RecoveryKind
from whatmatters.rules.roles import Role

ASKED, CONFIRMED = 10, 11


def administrator_of(world: World, organisation_id: int) -> Actor:
    """Who looks after the accounts of one body."""
    found = (
        a
        for a in world.staff
        if Role.ADMINISTRATOR in a.roles and a.organisation_id == organisation_id
    )
    return next(found)


def lose_accounts(world: World, person: Somebody, provider: Provider) -> None:
    """A colleague's at the provider, asked and confirmed; and one of another person, if
    possible of the same social worker, asked and not yet confirmed. Each is told at sign-in.
    """
    until, kind = world.calendar.until, RecoveryKind.PASSWORD
    asked = ask_recovery(
        by=administrator_of(world, provider.organisation_id),
        at=moment(until, ASKED),
        user_id=provider.team[0].user_id,
        kind=kind,
    )
    answer_recovery(
        by=provider.manager,
        at=moment(until, CONFIRMED),
        recovery_id=asked.recovery_id,
        confirmed=True,
    )
    others = [p for p in world.people.values() if p is not person and not p.gone]
    others.sort(key=lambda p: p.worker.user_id != person.worker.user_id)
    for other in others[:1]:
        ask_recovery(
            by=administrator_of(world, world.broker.organisation_id or 0),
            at=moment(until, ASKED),
            user_id=other.own.user_id,
            kind=kind,
        )
