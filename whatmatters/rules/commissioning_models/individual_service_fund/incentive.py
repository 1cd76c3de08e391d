"""What one more hour of need does to who holds the fund: nothing; a larger budget is agreed."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from whatmatters.rules.commissioning import Incentive, Rules
from whatmatters.rules.commissioning_models.individual_service_fund.evidence import Evidence
from whatmatters.rules.commissioning_models.individual_service_fund.statement import MODEL, assess
from whatmatters.rules.commissioning_models.individual_service_fund.terms import Agreement
from whatmatters.rules.incentives import Change
from whatmatters.rules.money import PENCE_IN_A_POUND
from whatmatters.rules.periods import PERIODS_IN_A_YEAR


def one_more_hour(agreement: Agreement, rules: Rules, hour_cost: int | None = None, /) -> Incentive:
    """A year's instalments before and after; once agreed anew, the budget holds the hour's cost.

    Without a cost nobody can say what the new budget would be: it stays as it is.
    """
    before = _year(agreement, rules)
    income = _year(agreement, rules) - before
    larger = agreement.terms.annual_budget
    if hour_cost is not None:
        larger += Fraction(hour_cost, PENCE_IN_A_POUND)
    anew = replace(agreement, terms=replace(agreement.terms, annual_budget=larger))
    surplus = None if hour_cost is None else income - hour_cost
    return Incentive(MODEL, income, _year(anew, rules) - before, surplus)


def income_changes(agreement: Agreement, rules: Rules, /) -> Mapping[Change, int]:
    """A year of the fund: its instalments are the budget, whatever is done with it."""
    before = _year(agreement, rules)
    return {change: _year(agreement, rules) - before for change in Change}


def _year(agreement: Agreement, rules: Rules) -> int:
    numbers = range(1, PERIODS_IN_A_YEAR + 1)
    return sum(assess(agreement, Evidence(number), rules).total for number in numbers)
