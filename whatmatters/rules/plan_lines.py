"""Checking one line of a plan: priced one way, within measure, with its tolerance."""

from decimal import Decimal

from whatmatters.rules.outcomes import Deliverer
from whatmatters.rules.plan_line_refusals import (
    CostImpossible,
    HoursImpossible,
    LineHoursAndCost,
    LineNeedsHoursOrCost,
    ToleranceMissing,
)
from whatmatters.rules.plans import PlannedLine

MOST_HOURS = Decimal("9999999.99")
MOST_PENCE = 10**12
HUNDREDTHS = -2
PAID = frozenset({Deliverer.PROVIDER, Deliverer.SUBCONTRACTOR})


def check_line(number: int, line: PlannedLine) -> None:
    """One line, `number` counting from 1."""
    timed = line.band is not None or line.hours is not None
    if timed and line.cost is not None:
        raise LineHoursAndCost(line=number)
    if timed and (line.band is None or line.hours is None):
        raise LineNeedsHoursOrCost(line=number)
    unpriced = not timed and line.cost is None and not line.funded_by.strip()
    if unpriced and line.deliverer in PAID:
        raise LineNeedsHoursOrCost(line=number)
    if line.hours is not None and not fits_measure(line.hours, MOST_HOURS, HUNDREDTHS):
        raise HoursImpossible(line=number)
    if line.cost is not None and not 0 <= line.cost <= MOST_PENCE:
        raise CostImpossible(line=number)
    if line.critical and (line.tolerance_minutes is None or line.tolerance_minutes < 0):
        raise ToleranceMissing(line=number)


def fits_measure(number: Decimal, most: Decimal, finest: int) -> bool:
    """Whether a number lies in 0 to `most`, with no digit finer than 10**finest."""
    if not number.is_finite() or not 0 <= number <= most:
        return False
    exponent = number.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent >= finest
