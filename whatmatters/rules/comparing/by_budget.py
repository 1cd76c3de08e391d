"""A budget of the same value: a fund that somebody holds for her, or a direct payment."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from whatmatters.rules.blocks.year import YEAR, instalments
from whatmatters.rules.commissioning import Rules
from whatmatters.rules.commissioning_models import direct_payment, individual_service_fund
from whatmatters.rules.comparing.facts import CannotPrice, LeftOut, Planned, Support
from whatmatters.rules.comparing.priced import Chosen, Priced, would_be
from whatmatters.rules.periods import WEEKS_IN_A_YEAR, Period

NOTHING = Fraction(0)
Budgeted = Priced | CannotPrice


def fund(support: Support, chosen: Chosen, window: tuple[Period, ...], rules: Rules) -> Budgeted:
    """Each instalment in the period in which it begins; what was not spent is not known."""
    if support.planned is None:
        return CannotPrice.NO_HOURS
    read = individual_service_fund.read_terms({**chosen.terms, "annual_budget": 0})
    yearly = weekly(support.planned, chosen) * WEEKS_IN_A_YEAR
    agreement = would_be(
        support, individual_service_fund.name, replace(read, annual_budget=yearly), support.last
    )
    if individual_service_fund.check(agreement):
        return CannotPrice.TERMS_REFUSED
    lines = {
        period: tuple(
            line
            for number in _due(support, period)
            for line in individual_service_fund.assess(
                agreement, individual_service_fund.Evidence(instalment=number), rules
            ).lines
        )
        for period in window
        if support.ran_in(period)
    }
    return Priced(support, agreement, lines, True, frozenset({LeftOut.UNSPENT}))


def direct(support: Support, chosen: Chosen, window: tuple[Period, ...], rules: Rules) -> Budgeted:
    """Paid whole: what she would contribute, and what she would not spend, is not known."""
    if support.planned is None:
        return CannotPrice.NO_HOURS
    nothing: dict[str, object] = {"weekly_budget": 0, "weekly_contribution": 0, "start_up": 0}
    read = direct_payment.read_terms({**chosen.terms, **nothing, "net": False})
    terms = replace(read, weekly_budget=weekly(support.planned, chosen))
    agreement = would_be(support, direct_payment.name, terms, support.last)
    if direct_payment.check(agreement):
        return CannotPrice.TERMS_REFUSED
    lines = {
        period: direct_payment.assess(agreement, direct_payment.Evidence(period), rules).lines
        for period in window
        if support.ran_in(period)
    }
    left = frozenset({LeftOut.UNSPENT, LeftOut.CONTRIBUTION})
    return Priced(support, agreement, lines, True, left)


def weekly(planned: Planned, chosen: Chosen) -> Fraction:
    """Pounds a week: the hours at the chosen price, and what stands beside them as it is."""
    if planned.hours is None:
        return planned.pounds
    return planned.hours * (chosen.hour(planned) or NOTHING) + planned.beside


def _due(support: Support, period: Period) -> Iterator[int]:
    """The instalments that begin in a period, year after year from the support's first day."""
    year: date = support.first
    while year < period.end:
        for number, first in instalments(year):
            if first in period and (support.last is None or first <= support.last):
                yield number
        year += YEAR
