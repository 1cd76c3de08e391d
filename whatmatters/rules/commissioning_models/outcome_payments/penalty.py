"""The penalty: only payable outcomes, missed, through the provider; capped; every figure kept.

Penalty on outcome i = base x weight_i x (1 - achieved_i) x rate_i, and
rate_i = ceiling x (floor + (1 - floor) x delay_i) (R-WI-10; floor and base are our defaults).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from whatmatters.rules.commissioning_models.outcome_payments.delay import Delay, delay_of
from whatmatters.rules.commissioning_models.outcome_payments.evidence import (
    JudgedOutcome,
    Judgement,
    weights,
)
from whatmatters.rules.commissioning_models.outcome_payments.terms import Terms
from whatmatters.rules.money import half_up
from whatmatters.rules.working_days import HolidayTable


@dataclass(frozen=True, slots=True)
class Penalty:
    """One outcome's penalty in whole pence (above 0), and its arithmetic."""

    outcome: JudgedOutcome
    weight: Fraction
    delay: Delay
    rate: Fraction
    exact: Fraction
    pence: int
    capped: bool


def rate_of(delay: Fraction, terms: Terms) -> Fraction:
    """The share of an outcome's weight in the base that a miss costs, for a delay from 0 to 1."""
    return terms.ceiling * (terms.floor + (1 - terms.floor) * delay)


def cap_of(base: int, terms: Terms) -> int:
    """The most that all penalties of a plan may come to: ceiling x base, in whole pence."""
    return half_up(terms.ceiling * base)


def penalties(
    judgement: Judgement, base: int, plan_end: date, terms: Terms, holidays: HolidayTable
) -> tuple[Penalty, ...]:
    """One for each outcome with a penalty, in the judgement's order; the sum never above the cap.

    Where roundings would pass the cap by a penny, the later outcome's penalty is the smaller.
    """
    left = cap_of(base, terms)
    kept = []
    for outcome, weight in _missed_by_provider(judgement):
        delay = delay_of(outcome, plan_end, terms, holidays)
        rate = rate_of(delay.share, terms)
        exact = base * weight * (1 - (outcome.achieved or 0)) * rate
        rounded = half_up(exact)
        pence = min(rounded, left)
        left -= pence
        if pence:
            kept.append(Penalty(outcome, weight, delay, rate, exact, pence, pence < rounded))
    return tuple(kept)


def _missed_by_provider(judgement: Judgement) -> Iterator[tuple[JudgedOutcome, Fraction]]:
    weight = weights(judgement)
    return ((o, weight[o.id]) for o in judgement.outcomes if o.provider_missed)
