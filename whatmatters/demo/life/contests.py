"""Penalties contested by the provider, and decided by someone who did not make the finding."""

from collections.abc import Sequence
from datetime import date

from whatmatters.demo.agenda import Happening
from whatmatters.demo.calendar import moment
from whatmatters.demo.life.planning import provider_of
from whatmatters.demo.phrases import words
from whatmatters.demo.world import World
from whatmatters.payments import services as payments
from whatmatters.rules.lifecycles import PenaltyState


def contest(world: World, day: date, batch: Sequence[Happening]) -> None:
    """The provider contests a penalty: held from this moment."""
    for happening in batch:
        person = world.somebody(happening.number)
        contested = payments.contest_penalty(
            by=provider_of(person).manager,
            at=moment(day, 12),
            on=day,
            finding_id=happening.details["finding"],
            words=words("events")["contest"][0],
        )
        world.saw("contest")
        wait = person.rng.randint(6, 18)
        world.agenda.later(day, wait, "decide", person.plot.number, contest=contested)


def decide(world: World, day: date, batch: Sequence[Happening]) -> None:
    """Someone who did not make the finding decides, with a reason."""
    for happening in batch:
        won = world.somebody(happening.number).plot.has("contest_won")
        payments.decide_contest(
            by=world.commissioner,
            at=moment(day, 12),
            on=day,
            contest_id=happening.details["contest"],
            outcome=PenaltyState.WITHDRAWN if won else PenaltyState.UPHELD,
            reason=words("events")["decision"][1 if won else 0],
        )
        world.saw("contest_withdrawn" if won else "contest_upheld")
