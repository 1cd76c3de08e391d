"""The four-weekly close: one finance officer proposes, another releases the same afternoon."""

from datetime import date, timedelta

from whatmatters.demo.calendar import moment
from whatmatters.demo.life.banking import pay_by_file
from whatmatters.demo.life.charging import charge
from whatmatters.demo.world import World
from whatmatters.payments import services as payments
from whatmatters.payments.queries import next_period
from whatmatters.rules.lifecycles import RunState

DAYS_TO_CLOSE = timedelta(days=2)
FOUR_WEEKS = timedelta(weeks=4)


def close(world: World, day: date) -> None:
    """Propose the period that ended, two days after; release on the day after that."""
    period = next_period(world.council_id)
    if period is None or day < period.end + DAYS_TO_CLOSE:
        return
    if world.seen["close"] and period.end + FOUR_WEEKS + DAYS_TO_CLOSE > world.calendar.until:
        return  # the last one is left to whoever looks at the demonstration
    proposal = payments.propose_run(by=world.finance, at=moment(day, 9), period_start=period.start)
    if proposal.run_id is None or proposal.state == RunState.RELEASED:
        return
    world.saw("held_penalty", proposal.held)
    payments.release_run(by=world.finance_two, at=moment(day, 16), run_id=proposal.run_id)
    world.saw("close")
    pay_by_file(world, day, proposal.run_id)
    charge(world, day, period.last_day)


def leave_one_to_release(world: World) -> None:
    """The period that ended is proposed on the last morning, and waits for a second person.

    Once all of that day was lived: a fact that came later would ask for another proposal.
    """
    period, until = next_period(world.council_id), world.calendar.until
    if period is None or until < period.end + DAYS_TO_CLOSE:
        return
    payments.propose_run(by=world.finance, at=moment(until, 9), period_start=period.start)
    world.saw("left_to_release")
