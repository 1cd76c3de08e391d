"""What one more hour of need does: nothing. Only a result of the whole service pays."""

from collections.abc import Mapping
from dataclasses import replace
from math import ceil, floor

from whatmatters.rules.commissioning import Incentive, Rules
from whatmatters.rules.commissioning_models.community_outcome.evidence import Evidence
from whatmatters.rules.commissioning_models.community_outcome.statement import MODEL, assess
from whatmatters.rules.commissioning_models.community_outcome.terms import (
    Agreement,
    Direction,
    Terms,
)
from whatmatters.rules.incentives import Change


def one_more_hour(agreement: Agreement, rules: Rules, hour_cost: int | None = None, /) -> Incentive:
    """The same counts before and after the hour: they have no place for one."""
    baseline = agreement.terms.baseline
    agreement, seen = _alike(agreement), Evidence(baseline.events, baseline.people)
    income = assess(agreement, seen, rules).total - assess(agreement, seen, rules).total
    surplus = None if hour_cost is None else income - hour_cost
    return Incentive(MODEL, income, income, surplus)


def income_changes(agreement: Agreement, rules: Rules, /) -> Mapping[Change, int]:
    """Counts have no place for an hour. Harder: the dearest step just reached, and just missed."""
    agreement, baseline = _alike(agreement), agreement.terms.baseline
    before = _result(agreement, rules, baseline.events)
    same = _result(agreement, rules, baseline.events) - before
    reached, short = _just_reached(agreement.terms)
    harder = _result(agreement, rules, short) - _result(agreement, rules, reached)
    return {Change.MORE: same, Change.LESS: same, Change.FASTER: same, Change.HARDER: harder}


def _alike(agreement: Agreement) -> Agreement:
    """People in the parts of the baseline, so that what is adjusted is as it was counted."""
    return replace(agreement, terms=replace(agreement.terms, groups=()))


def _just_reached(terms: Terms) -> tuple[int, int]:
    """How often it happens where the dearest step is reached, and where one person misses it."""
    people, step = terms.baseline.people, max(terms.steps, key=lambda one: one.pays)
    if terms.direction is Direction.REDUCE:
        events = floor(step.rate * people)
        return events, min(events + 1, people)
    events = ceil(step.rate * people)
    return events, max(events - 1, 0)


def _result(agreement: Agreement, rules: Rules, events: int) -> int:
    seen = Evidence(events, agreement.terms.baseline.people)
    return assess(agreement, seen, rules).total
