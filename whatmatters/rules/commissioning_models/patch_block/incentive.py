"""What one more hour of need does: nothing. Only a joint review changes a block (R-MO-02)."""

from collections.abc import Mapping

from whatmatters.rules.commissioning import Incentive, Rules
from whatmatters.rules.commissioning_models.patch_block.evidence import Evidence
from whatmatters.rules.commissioning_models.patch_block.statement import MODEL, assess
from whatmatters.rules.commissioning_models.patch_block.terms import Agreement
from whatmatters.rules.incentives import Change
from whatmatters.rules.periods import PERIODS_IN_A_YEAR


def one_more_hour(agreement: Agreement, rules: Rules, hour_cost: int | None = None, /) -> Incentive:
    """A year's income before and after the hour: the evidence has no place for one."""
    before, after = _year(agreement, rules), _year(agreement, rules)
    income = after - before
    surplus = None if hour_cost is None else income - hour_cost
    return Incentive(MODEL, income, income, surplus)


def income_changes(agreement: Agreement, rules: Rules, /) -> Mapping[Change, int]:
    """A year of the block: its evidence has no place for an hour, nor for who the people are."""
    before = _year(agreement, rules)
    return {change: _year(agreement, rules) - before for change in Change}


def _year(agreement: Agreement, rules: Rules) -> int:
    numbers = range(1, PERIODS_IN_A_YEAR + 1)
    return sum(assess(agreement, Evidence(number), rules).total for number in numbers)
