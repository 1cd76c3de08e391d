"""A patch's team tells every four weeks how full it is; slowly more is promised than it gives."""

from datetime import date
from decimal import Decimal

from whatmatters.blocks import services as blocks
from whatmatters.blocks.services import EstimateGiven
from whatmatters.demo.calendar import moment
from whatmatters.demo.world import Provider, World
from whatmatters.rules.blocks.capacity import CapacityMethod
from whatmatters.rules.periods import PERIOD_DAYS, PERIODS_IN_A_YEAR

DEPLOYABLE = Decimal("330")
PROMISED_FIRST, MORE_EACH_TIME = Decimal("268"), Decimal("9.5")


def day_of_blocks(world: World, day: date) -> None:
    """On the first day of an instalment."""
    gone = (day - world.calendar.start).days
    if gone % PERIOD_DAYS or gone >= PERIOD_DAYS * PERIODS_IN_A_YEAR:
        return
    for provider in world.providers.values():
        if provider.block_id:
            _tell(world, provider, day, gone // PERIOD_DAYS)


def _tell(world: World, provider: Provider, day: date, turn: int) -> None:
    by, at = provider.manager, moment(day, 10)
    if turn == 0:
        given = EstimateGiven(
            day,
            CapacityMethod.PAST_WORK,
            DEPLOYABLE,
            "Three workers, their leave and training, and travel inside one patch.",
            "No more sickness than last year.",
        )
        blocks.estimate_capacity(by=by, at=at, block_id=provider.block_id, given=given)
    blocks.record_capacity(
        by=by,
        at=at,
        block_id=provider.block_id,
        instalment=turn + 1,
        committed=PROMISED_FIRST + turn * MORE_EACH_TIME,
        deployable=DEPLOYABLE,
    )
    world.saw("block_capacity")
