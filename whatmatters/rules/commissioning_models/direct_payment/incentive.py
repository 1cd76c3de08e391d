"""What one more hour of need does: nothing, until the budget is agreed anew."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from whatmatters.rules.commissioning import Incentive, Rules
from whatmatters.rules.commissioning_models.direct_payment.evidence import Evidence
from whatmatters.rules.commissioning_models.direct_payment.statement import MODEL, assess
from whatmatters.rules.commissioning_models.direct_payment.terms import Agreement
from whatmatters.rules.incentives import Change
from whatmatters.rules.money import PENCE_IN_A_POUND
from whatmatters.rules.periods import period_from


def one_more_hour(agreement: Agreement, rules: Rules, hour_cost: int | None = None, /) -> Incentive:
    """The first 28 days before and after; once agreed anew the weekly budget holds the hour.

    The figures are what the person receives: nobody else earns by her need. Without a cost nobody
    can say what the new budget would be: it stays as it is.
    """
    before = _four_weeks(agreement, rules)
    income = _four_weeks(agreement, rules) - before
    weekly = agreement.terms.weekly_budget
    if hour_cost is not None:
        weekly += Fraction(hour_cost, PENCE_IN_A_POUND)
    anew = replace(agreement, terms=replace(agreement.terms, weekly_budget=weekly))
    surplus = None if hour_cost is None else income - hour_cost
    return Incentive(MODEL, income, _four_weeks(anew, rules) - before, surplus)


def income_changes(agreement: Agreement, rules: Rules, /) -> Mapping[Change, int]:
    """Four weeks of the budget: it is paid whatever is bought with it."""
    before = _four_weeks(agreement, rules)
    return {change: _four_weeks(agreement, rules) - before for change in Change}


def _four_weeks(agreement: Agreement, rules: Rules) -> int:
    period = period_from(agreement.starts)
    return assess(agreement, Evidence(period), rules).total
