"""What an agreement's own terms say was agreed for a week. Nothing delivered is looked at."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from whatmatters.rules.commissioning import AgreementTerms
from whatmatters.rules.commissioning_models import (
    bundled_hours,
    direct_payment,
    individual_service_fund,
    outcome_payments,
    time_and_task,
)
from whatmatters.rules.comparing.facts import Planned, in_a_week
from whatmatters.rules.money import PENCE_IN_A_POUND
from whatmatters.rules.periods import WEEKS_IN_A_YEAR

NOTHING = Fraction(0)
Read = Callable[[AgreementTerms[Any], date, Fraction | None], Planned | None]


def planned_of(
    agreement: AgreementTerms[Any], on: date, weekly_hours: Fraction | None = None
) -> Planned | None:
    """By the terms of a day. `weekly_hours`: of a package, whose terms hold a rate alone.

    None where the model agrees nothing for a week of one person.
    """
    read = _READ.get(agreement.model)
    return None if read is None else read(agreement, on, weekly_hours)


def _visits(agreement: AgreementTerms[Any], on: date, hours: Fraction | None) -> Planned | None:
    return None if hours is None else Planned(hours, hours * agreement.terms_on(on).rate)


def _plan(agreement: AgreementTerms[Any], _on: date, _hours: Fraction | None) -> Planned | None:
    """A plan's paid lines, spread over its days."""
    terms: outcome_payments.Terms = agreement.terms
    if agreement.ends is None:
        return None
    days = (agreement.ends - agreement.starts).days + 1
    paid = [line for line in terms.plan if line.funded_by is None]
    hours = sum((line.hours or NOTHING for line in paid), NOTHING)
    beside = sum((line.cost or NOTHING for line in paid), NOTHING)
    price = outcome_payments.plan_price(
        terms.plan, standard_rate=terms.standard_rate, specialist_rate=terms.specialist_rate
    )
    return Planned(
        in_a_week(hours, days) if hours else None,
        in_a_week(price.exact / PENCE_IN_A_POUND, days),
        in_a_week(beside, days),
    )


def _bundle(agreement: AgreementTerms[Any], on: date, _hours: Fraction | None) -> Planned:
    terms: bundled_hours.Terms = agreement.terms_on(on)
    return Planned(terms.weekly_hours, terms.weekly_hours * terms.rate)


def _fund(agreement: AgreementTerms[Any], on: date, _hours: Fraction | None) -> Planned:
    budget: Fraction = agreement.terms_on(on).annual_budget / WEEKS_IN_A_YEAR
    return Planned(None, budget, budget)


def _direct(agreement: AgreementTerms[Any], on: date, _hours: Fraction | None) -> Planned:
    budget: Fraction = agreement.terms_on(on).weekly_budget
    return Planned(None, budget, budget)


_READ: Mapping[str, Read] = {
    time_and_task.name: _visits,
    outcome_payments.name: _plan,
    bundled_hours.name: _bundle,
    individual_service_fund.name: _fund,
    direct_payment.name: _direct,
}
