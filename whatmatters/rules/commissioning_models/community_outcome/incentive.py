"""What one more hour of need does: nothing. Only a result of the whole service pays."""

from whatmatters.rules.commissioning import Incentive, Rules
from whatmatters.rules.commissioning_models.community_outcome.evidence import Evidence
from whatmatters.rules.commissioning_models.community_outcome.statement import MODEL, assess
from whatmatters.rules.commissioning_models.community_outcome.terms import Agreement


def one_more_hour(agreement: Agreement, rules: Rules, hour_cost: int | None = None, /) -> Incentive:
    """The same counts before and after the hour: they have no place for one."""
    baseline = agreement.terms.baseline
    seen = Evidence(baseline.events, baseline.people)
    income = assess(agreement, seen, rules).total - assess(agreement, seen, rules).total
    surplus = None if hour_cost is None else income - hour_cost
    return Incentive(MODEL, income, income, surplus)
