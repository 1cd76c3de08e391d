"""What one more hour of need brings the provider: the rate, at once."""

from collections.abc import Mapping
from datetime import date

from whatmatters.rules.commissioning import Incentive, Rules
from whatmatters.rules.commissioning_models.time_and_task.evidence import Evidence, Visit
from whatmatters.rules.commissioning_models.time_and_task.statement import MODEL, assess
from whatmatters.rules.commissioning_models.time_and_task.terms import Agreement
from whatmatters.rules.incentives import Change
from whatmatters.rules.minutes import MINUTES_IN_AN_HOUR
from whatmatters.rules.periods import ONE_DAY


def one_more_hour(agreement: Agreement, rules: Rules, hour_cost: int | None = None, /) -> Incentive:
    """An hour more of need is an hour more planned and delivered: the rate, at once."""
    hour = Visit(_ordinary_day(agreement), MINUTES_IN_AN_HOUR, MINUTES_IN_AN_HOUR)
    before = assess(agreement, Evidence(()), rules).total
    income = assess(agreement, Evidence((hour,)), rules).total - before
    surplus = None if hour_cost is None else income - hour_cost
    return Incentive(MODEL, income, income, surplus)


def income_changes(agreement: Agreement, rules: Rules, /) -> Mapping[Change, int]:
    """A visit of an hour, and of two; two done in one. Who needs more is paid more."""
    one = _paid(agreement, rules, planned=1, delivered=1)
    two = _paid(agreement, rules, planned=2, delivered=2)
    sooner = _paid(agreement, rules, planned=2, delivered=1)
    return {
        Change.MORE: two - one,
        Change.LESS: one - two,
        Change.FASTER: sooner - two,
        Change.HARDER: two - one,
    }


def _paid(agreement: Agreement, rules: Rules, *, planned: int, delivered: int) -> int:
    hour = MINUTES_IN_AN_HOUR
    visit = Visit(_ordinary_day(agreement), planned * hour, delivered * hour)
    return assess(agreement, Evidence((visit,)), rules).total


def _ordinary_day(agreement: Agreement) -> date:
    """A day that no multiplier touches: the first one after every listed bank holiday."""
    return max({agreement.starts, *agreement.terms.bank_holidays}) + ONE_DAY
