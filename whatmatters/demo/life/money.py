"""The four-weekly close: one finance officer proposes, another releases the next morning."""

from datetime import date, timedelta

from whatmatters.demo.calendar import moment
from whatmatters.demo.world import World
from whatmatters.payments import services as payments
from whatmatters.payments.queries import next_period
from whatmatters.rules.lifecycles import RunState


def close(world: World, day: date) -> None:
    """Propose the period that ended, two days after; release on the day after that."""
    period = next_period(world.council_id)
    if period is None or day < period.end + timedelta(days=2):
        return
    proposal = payments.propose_run(by=world.finance, at=moment(day, 9), period_start=period.start)
    if proposal.run_id is None or proposal.state == RunState.RELEASED:
        return
    world.saw("held_penalty", proposal.held)
    payments.release_run(by=world.finance_two, at=moment(day, 16), run_id=proposal.run_id)
    world.saw("close")
