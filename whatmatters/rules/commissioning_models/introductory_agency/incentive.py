"""What one more hour of need does: the worker's part of an hourly price, at once."""

from collections.abc import Mapping

from whatmatters.rules.commissioning import Incentive, Rules
from whatmatters.rules.commissioning_models.introductory_agency.evidence import Evidence
from whatmatters.rules.commissioning_models.introductory_agency.statement import (
    MODEL,
    WORKER,
    assess,
)
from whatmatters.rules.commissioning_models.introductory_agency.terms import Agreement
from whatmatters.rules.incentives import Change
from whatmatters.rules.minutes import MINUTES_IN_AN_HOUR


def one_more_hour(agreement: Agreement, rules: Rules, hour_cost: int | None = None, /) -> Incentive:
    """The worker is the provider here: what the platform earns is not hers."""
    lines = assess(agreement, Evidence(MINUTES_IN_AN_HOUR), rules).lines
    income = sum(line.pence for line in lines if line.rule == WORKER)
    surplus = None if hour_cost is None else income - hour_cost
    return Incentive(MODEL, income, income, surplus)


def income_changes(agreement: Agreement, rules: Rules, /) -> Mapping[Change, int]:
    """An hour, and two: what is not worked is not paid, whatever the reason."""
    one, two = (_worker(agreement, rules, hours=hours) for hours in (1, 2))
    more, less = two - one, one - two
    return {Change.MORE: more, Change.LESS: less, Change.FASTER: less, Change.HARDER: more}


def _worker(agreement: Agreement, rules: Rules, *, hours: int) -> int:
    lines = assess(agreement, Evidence(hours * MINUTES_IN_AN_HOUR), rules).lines
    return sum(line.pence for line in lines if line.rule == WORKER)
