"""What one more hour of need does: nothing, until the three agree a new plan (R-TT-05)."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from whatmatters.rules.commissioning import Incentive, Rules
from whatmatters.rules.commissioning_models.outcome_payments.evidence import (
    Cause,
    Evidence,
    JudgedOutcome,
    Judgement,
)
from whatmatters.rules.commissioning_models.outcome_payments.spreading import plan_end
from whatmatters.rules.commissioning_models.outcome_payments.statement import assess
from whatmatters.rules.commissioning_models.outcome_payments.terms import (
    Agreement,
    Band,
    PlanLine,
)
from whatmatters.rules.incentives import Change
from whatmatters.rules.periods import Period

# An outcome that was not reached at all, and not through the provider.
NOBODYS_FAULT = JudgedOutcome("harder", True, Fraction(0), cause=Cause.CIRCUMSTANCES)


def one_more_hour(agreement: Agreement, rules: Rules, hour_cost: int | None = None, /) -> Incentive:
    """Income for the whole plan before and after an hour more of need.

    The evidence is the same object both times: no kind that this model reads has a place for an
    hour. Once re-planned, the hour is a line of the plan like any other.
    """
    before = _whole_plan(agreement, rules)
    income = _whole_plan(agreement, rules) - before
    replanned = _whole_plan(_with_an_hour(agreement), rules) - before
    surplus = None if hour_cost is None else income - hour_cost
    return Incentive("outcome_payments", income, replanned, surplus)


def income_changes(agreement: Agreement, rules: Rules, /) -> Mapping[Change, int]:
    """The whole plan: no hour is read. Who is harder to help may miss an outcome through nobody."""
    before = _whole_plan(agreement, rules)
    same = _whole_plan(agreement, rules) - before
    harder = _whole_plan(agreement, rules, (NOBODYS_FAULT,)) - before
    return {Change.MORE: same, Change.LESS: same, Change.FASTER: same, Change.HARDER: harder}


def _whole_plan(agreement: Agreement, rules: Rules, judged: tuple[JudgedOutcome, ...] = ()) -> int:
    end = plan_end(agreement)
    whole = Evidence(Period(agreement.starts, end), Judgement(end, judged))
    return assess(agreement, whole, rules).total


def _with_an_hour(agreement: Agreement) -> Agreement:
    terms = agreement.terms
    if terms.standard_rate is None and terms.specialist_rate is None:
        return agreement
    band = Band.SPECIALIST if terms.standard_rate is None else Band.STANDARD
    hour = PlanLine("", band, Fraction(1))
    return replace(agreement, terms=replace(terms, plan=(*terms.plan, hour)))
