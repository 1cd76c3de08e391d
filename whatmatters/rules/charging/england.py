"""What somebody in England can afford: capital, tariff income, minimum income guarantee.

Source: Care and Support (Charging and Assessment of Resources) Regulations 2014, in the order of
the digest that `policy/national/charging_england.toml` names (from memory, and marked so).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from whatmatters.rules.charging.means import Affordable, Allowance, Means
from whatmatters.rules.charging.refusals import RateNotKnown
from whatmatters.rules.charging.values import Rate, Step
from whatmatters.rules.money import pence
from whatmatters.rules.money_text import exact_text


@dataclass(frozen=True, slots=True)
class EnglandRates:
    """The rates of a day. An allowance that nobody has read is not in `allowances`."""

    on: date
    lower_limit: Rate
    upper_limit: Rate
    tariff_step: Rate
    tariff_income: Rate
    allowances: Mapping[Allowance, Rate]


def affordable(means: Means, rates: EnglandRates) -> Affordable:
    """Income and tariff income, less housing, disability costs and what must be left; at least 0.

    Above the upper limit of capital, and where she declined, her means set no limit. Raises
    RateNotKnown for an allowance without a row.
    """
    if means.declined:
        return Affordable(None, None, (Step("declined", {}, None),), ())
    if means.capital > rates.upper_limit.value:
        told = {"capital": exact_text(means.capital), "limit": exact_text(rates.upper_limit.value)}
        return Affordable(None, None, (Step("over_limit", told, None),), (rates.upper_limit,))
    tariff, tariff_rates = _tariff(means, rates)
    guarantee, guarantee_rates = _guarantee(means, rates)
    left = (
        pence(means.income)
        + (tariff.pence or 0)
        - pence(means.housing_costs)
        - pence(means.disability_costs)
        - (guarantee.pence or 0)
    )
    sum_of_it = Step("england_affordable", _told(means, tariff, guarantee), max(Fraction(0), left))
    used = (rates.upper_limit, *tariff_rates, *guarantee_rates)
    return Affordable(sum_of_it.pence, None, (tariff, guarantee, sum_of_it), used)


def _tariff(means: Means, rates: EnglandRates) -> tuple[Step, tuple[Rate, ...]]:
    """A pound a week for each step of capital, or part of one, above the lower limit."""
    over = max(means.capital - rates.lower_limit.value, Decimal(0))
    steps = -(-Fraction(over) // Fraction(rates.tariff_step.value))
    told = {
        "capital": exact_text(means.capital),
        "limit": exact_text(rates.lower_limit.value),
        "step": exact_text(rates.tariff_step.value),
        "steps": str(steps),
        "each": exact_text(rates.tariff_income.value),
    }
    used = (rates.lower_limit, rates.tariff_step, rates.tariff_income)
    return Step("tariff_income", told, steps * pence(rates.tariff_income.value)), used


def _guarantee(means: Means, rates: EnglandRates) -> tuple[Step, tuple[Rate, ...]]:
    if means.minimum_income is not None:
        return Step("minimum_income_told", {}, pence(means.minimum_income)), ()
    used = []
    for allowance in means.allowances:
        rate = rates.allowances.get(allowance)
        if rate is None:
            raise RateNotKnown(rate=str(allowance), on=rates.on)
        used.append(rate)
    told = {rate.key: exact_text(rate.value) for rate in used}
    total = sum((pence(rate.value) for rate in used), Fraction(0))
    return Step("minimum_income_guarantee", told, total), tuple(used)


def _told(means: Means, tariff: Step, guarantee: Step) -> dict[str, str]:
    return {
        "income": exact_text(means.income),
        "tariff_income": exact_text((tariff.pence or Fraction(0)) / pence(1)),
        "housing_costs": exact_text(means.housing_costs),
        "disability_costs": exact_text(means.disability_costs),
        "minimum_income": exact_text((guarantee.pence or Fraction(0)) / pence(1)),
    }
