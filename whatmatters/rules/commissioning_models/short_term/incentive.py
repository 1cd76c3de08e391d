"""What one more hour of need does: nothing. An episode has a price and a clock."""

from collections.abc import Mapping

from whatmatters.rules.commissioning import Incentive, Rules
from whatmatters.rules.commissioning_models.short_term.evidence import Evidence
from whatmatters.rules.commissioning_models.short_term.statement import MODEL, assess
from whatmatters.rules.commissioning_models.short_term.terms import Agreement, EndState, end_of
from whatmatters.rules.incentives import Change
from whatmatters.rules.periods import Period


def one_more_hour(agreement: Agreement, rules: Rules, hour_cost: int | None = None, /) -> Incentive:
    """The whole episode before and after the hour: the evidence has no place for one.

    No new plan changes the price: more than its weeks and one extension is another service.
    """
    before, after = _episode(agreement, rules), _episode(agreement, rules)
    income = after - before
    surplus = None if hour_cost is None else income - hour_cost
    return Incentive(MODEL, income, income, surplus)


def income_changes(agreement: Agreement, rules: Rules, /) -> Mapping[Change, int]:
    """A whole episode; harder: it ends as badly as the table knows, and not as well."""
    before = _episode(agreement, rules)
    same = _episode(agreement, rules) - before
    told = [_followed_up(agreement, rules, state) for state in EndState]
    harder = min(told) - max(told)
    return {Change.MORE: same, Change.LESS: same, Change.FASTER: same, Change.HARDER: harder}


def _followed_up(agreement: Agreement, rules: Rules, state: EndState) -> int:
    seen = Evidence(end_state=state, followed_up_on=end_of(agreement))
    return assess(agreement, seen, rules).total


def _episode(agreement: Agreement, rules: Rules) -> int:
    whole = Period(agreement.starts, end_of(agreement))
    return assess(agreement, Evidence(whole), rules).total
