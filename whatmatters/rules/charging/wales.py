"""What somebody in Wales can afford: the weekly maximum, and her entitlement with its buffer.

Source: Care and Support (Charging) (Wales) Regulations 2015; `policy/national/charging_wales.toml`
says which figure was seen and which is from memory.
"""

from dataclasses import dataclass
from fractions import Fraction

from whatmatters.rules.charging.means import Affordable, Means
from whatmatters.rules.charging.values import Rate, Step
from whatmatters.rules.money import pence
from whatmatters.rules.money_text import exact_text


@dataclass(frozen=True, slots=True)
class WalesRates:
    """The rates of a day: pounds, and shares of the basic entitlement."""

    weekly_maximum: Rate
    capital_limit: Rate
    buffer: Rate
    disability: Rate


def affordable(means: Means, rates: WalesRates) -> Affordable:
    """Income less housing costs and what must be left to her, at least 0; the weekly maximum holds.

    Capital up to the limit counts for nothing. Above it, and where she declined, only the weekly
    maximum holds.
    """
    most = pence(rates.weekly_maximum.value)
    if means.declined:
        return Affordable(None, most, (Step("declined", {}, None),), (rates.weekly_maximum,))
    held = (rates.weekly_maximum, rates.capital_limit)
    if means.capital > rates.capital_limit.value:
        told = {
            "capital": exact_text(means.capital),
            "limit": exact_text(rates.capital_limit.value),
        }
        return Affordable(None, most, (Step("over_limit", told, None),), held)
    minimum = _minimum(means, rates)
    left = pence(means.income) - pence(means.housing_costs) - (minimum.pence or 0)
    told = {
        "income": exact_text(means.income),
        "housing_costs": exact_text(means.housing_costs),
        "minimum_income": exact_text((minimum.pence or Fraction(0)) / pence(1)),
    }
    result = Step("wales_affordable", told, max(Fraction(0), left))
    used = (*held, rates.buffer, rates.disability)
    return Affordable(result.pence, most, (minimum, result), used)


def _minimum(means: Means, rates: WalesRates) -> Step:
    """Basic entitlement, the buffer on it, and for disability its share, or more."""
    basic = Fraction(means.basic_entitlement or 0)
    if means.minimum_income is not None:
        return Step("minimum_income_told", {}, pence(means.minimum_income))
    buffer = basic * Fraction(rates.buffer.value)
    by_share = basic * Fraction(rates.disability.value)
    disability = max(by_share, Fraction(means.disability_costs))
    told = {
        "basic_entitlement": exact_text(basic),
        "buffer_share": exact_text(rates.buffer.value),
        "buffer": exact_text(buffer),
        "disability_share": exact_text(rates.disability.value),
        "disability": exact_text(disability),
    }
    return Step("wales_minimum_income", told, pence(basic + buffer + disability))
