"""How a block's agreed floor stands beside every National Living Wage that is known today."""

from datetime import date
from fractions import Fraction

from whatmatters.blocks.queries.blocks import BlockFacts
from whatmatters.blocks.queries.priced import Priced
from whatmatters.policy.queries import wage_floors
from whatmatters.rules.blocks.floors import FloorSeen, floor_seen


def floor_of(block: BlockFacts, held: Priced) -> FloorSeen:
    """Looked at again whenever it is read: a rate may have been published since it was signed."""
    agreed: Fraction = held.terms.wage_floor
    return floor_seen(agreed, block.starts, block.last_day, wage_floors())


def known_until() -> date | None:
    """The last day for which the law's floor is known; None: no end is said."""
    ends = [row.ends for row in wage_floors()]
    return None if None in ends else max(day for day in ends if day is not None)
