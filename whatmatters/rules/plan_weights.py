"""Checking the weights of a plan's payable outcomes."""

from collections.abc import Sequence
from decimal import Decimal

from whatmatters.rules.plan_lines import fits_measure
from whatmatters.rules.plan_refusals import (
    WeightImpossible,
    WeightsAllOrNone,
    WeightsDoNotAddToOne,
    WeightWithoutPay,
)
from whatmatters.rules.plans import PlannedOutcome

MILLIONTHS = -6


def check_weights(outcomes: Sequence[PlannedOutcome]) -> None:
    """Weights of the payable outcomes: all, adding to exactly 1, or none."""
    for outcome in outcomes:
        if outcome.weight is not None and not outcome.payable:
            raise WeightWithoutPay(outcome_id=outcome.outcome_id)
        if outcome.weight is not None and not fits_measure(outcome.weight, Decimal(1), MILLIONTHS):
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
