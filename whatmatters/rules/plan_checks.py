"""Checking what a plan says; numbers of lines count from 1."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from whatmatters.rules.outcomes import Deliverer
from whatmatters.rules.plan_refusals import (
    CostImpossible,
    HoursImpossible,
    LineHoursAndCost,
    LineNeedsHoursOrCost,
    OutcomeTwice,
    PlanEndsBeforeItStarts,
    PlanIsEmpty,
    ReviewBeforePlan,
    ServesUnknownOutcome,
    ToleranceMissing,
    WeightImpossible,
    WeightsAllOrNone,
    WeightsDoNotAddToOne,
    WeightWithoutPay,
)
from whatmatters.rules.plans import PlanContent, PlannedLine, PlannedOutcome

MOST_HOURS = Decimal("9999999.99")


MOST_PENCE = 10**12


HUNDREDTHS = -2


MILLIONTHS = -6


PAID = frozenset({Deliverer.PROVIDER, Deliverer.SUBCONTRACTOR})


def check_plan(content: PlanContent) -> None:
    """Refuse, by name, what no plan may say; a draft may still be empty."""
    if content.ends < content.starts:
        raise PlanEndsBeforeItStarts(starts=content.starts, ends=content.ends)
    if content.review_on < content.starts:
        raise ReviewBeforePlan(review_on=content.review_on, starts=content.starts)
    known = _named_once(content.outcomes)
    for number, line in enumerate(content.lines, start=1):
        check_line(number, line)
        for outcome_id in line.serves:
            if outcome_id not in known:
                raise ServesUnknownOutcome(line=number, outcome_id=outcome_id)
    check_weights(content.outcomes)


def check_whole(content: PlanContent) -> None:
    """What is proposed has at least one line and one outcome. Raises PlanIsEmpty."""
    for what, held in (("lines", content.lines), ("outcomes", content.outcomes)):
        if not held:
            raise PlanIsEmpty(what=what)


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
    if line.hours is not None and not _fits(line.hours, MOST_HOURS, HUNDREDTHS):
        raise HoursImpossible(line=number)
    if line.cost is not None and not 0 <= line.cost <= MOST_PENCE:
        raise CostImpossible(line=number)
    if line.critical and (line.tolerance_minutes is None or line.tolerance_minutes < 0):
        raise ToleranceMissing(line=number)


def check_weights(outcomes: Sequence[PlannedOutcome]) -> None:
    """Weights of the payable outcomes: all, adding to exactly 1, or none."""
    for outcome in outcomes:
        if outcome.weight is not None and not outcome.payable:
            raise WeightWithoutPay(outcome_id=outcome.outcome_id)
        if outcome.weight is not None and not _fits(outcome.weight, Decimal(1), MILLIONTHS):
            raise WeightImpossible(outcome_id=outcome.outcome_id)
    payable = [outcome for outcome in outcomes if outcome.payable]
    weights = [outcome.weight for outcome in payable if outcome.weight is not None]
    if not weights:
        return
    if len(weights) < len(payable):
        raise WeightsAllOrNone
    total = sum(weights, Decimal(0))
    if total != 1:
        raise WeightsDoNotAddToOne(sum=f"{total.normalize():f}")


def _named_once(outcomes: Iterable[PlannedOutcome]) -> frozenset[int]:
    known: set[int] = set()
    for outcome in outcomes:
        if outcome.outcome_id in known:
            raise OutcomeTwice(outcome_id=outcome.outcome_id)
        known.add(outcome.outcome_id)
    return frozenset(known)


def _fits(number: Decimal, most: Decimal, finest: int) -> bool:
    if not number.is_finite() or not 0 <= number <= most:
        return False
    exponent = number.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent >= finest
