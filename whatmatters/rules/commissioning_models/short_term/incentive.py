"""What one more hour of need does: nothing. An episode has a price and a clock."""

from whatmatters.rules.commissioning import Incentive, Rules
from whatmatters.rules.commissioning_models.short_term.evidence import Evidence
from whatmatters.rules.commissioning_models.short_term.statement import MODEL, assess
from whatmatters.rules.commissioning_models.short_term.terms import Agreement, end_of
from whatmatters.rules.periods import Period


def one_more_hour(agreement: Agreement, rules: Rules, hour_cost: int | None = None, /) -> Incentive:
    """The whole episode before and after the hour: the evidence has no place for one.

    No new plan changes the price: more than its weeks and one extension is another service.
    """
    before, after = _episode(agreement, rules), _episode(agreement, rules)
    income = after - before
    surplus = None if hour_cost is None else income - hour_cost
    return Incentive(MODEL, income, income, surplus)


def _episode(agreement: Agreement, rules: Rules) -> int:
    whole = Period(agreement.starts, end_of(agreement))
    return assess(agreement, Evidence(whole), rules).total
