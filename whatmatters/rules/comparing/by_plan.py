"""A plan of the same hours and costs, paid for outcomes. No minute that was delivered is read."""

from dataclasses import replace
from fractions import Fraction

from whatmatters.rules.commissioning import Rules
from whatmatters.rules.commissioning_models import outcome_payments
from whatmatters.rules.comparing.facts import CannotPrice, LeftOut, Support, in_days
from whatmatters.rules.comparing.priced import Chosen, Priced, last_known, would_be
from whatmatters.rules.periods import Period


def price(
    support: Support, chosen: Chosen, window: tuple[Period, ...], rules: Rules
) -> Priced | CannotPrice:
    """Priced over all its days and spread over them; what a judgement would find is not known."""
    planned = support.planned
    if planned is None or planned.hours is None:
        return CannotPrice.NO_HOURS
    days = (last_known(support, window) - support.first).days + 1
    plan = [_hours(in_days(planned.hours, days))]
    if planned.beside:
        plan.append(outcome_payments.PlanLine("", cost=in_days(planned.beside, days)))
    read = outcome_payments.read_terms({**chosen.terms, "plan": []})
    terms = replace(
        read, plan=tuple(plan), standard_rate=chosen.hour(planned), specialist_rate=None
    )
    agreement = would_be(support, outcome_payments.name, terms, last_known(support, window))
    if outcome_payments.check(agreement):
        return CannotPrice.TERMS_REFUSED
    lines = {
        period: outcome_payments.assess(agreement, outcome_payments.Evidence(period), rules).lines
        for period in window
        if support.ran_in(period)
    }
    return Priced(support, agreement, lines, True, frozenset({LeftOut.JUDGEMENT}))


def _hours(hours: Fraction) -> outcome_payments.PlanLine:
    return outcome_payments.PlanLine("", outcome_payments.Band.STANDARD, hours=hours)
