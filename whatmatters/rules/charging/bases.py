"""The base: what would be charged in a week if means did not matter. One function for each basis.

Days of a free period are left out: minutes are those of the other days, and a weekly sum counts
for its days. Only `delivered_minutes` looks at check-ins.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from whatmatters.rules.charging.arrangement import Arrangement, Basis
from whatmatters.rules.charging.cost_values import CostPart
from whatmatters.rules.charging.values import Step
from whatmatters.rules.minutes import hours
from whatmatters.rules.money import pence
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import DAYS_IN_A_WEEK


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """What is recorded of one week, Monday to Sunday.

    Minutes are those of days that are not free. `plan_pence` is the week's part of the price of
    her plans, exact; `cost` what her services cost the council in the week, in whole pence, after
    penalties and returns, and `cost_parts` what it adds up from, where that is known. `free_days`
    of the seven are free.
    """

    planned_minutes: int = 0
    delivered_minutes: int = 0
    plan_pence: Fraction = Fraction(0)
    cost: int = 0
    free_days: int = 0
    cost_parts: tuple[CostPart, ...] = ()

    @property
    def charged_share(self) -> Fraction:
        """The part of the week that is not free."""
        return Fraction(DAYS_IN_A_WEEK - self.free_days, DAYS_IN_A_WEEK)


def base_of(arrangement: Arrangement, facts: WeekFacts) -> Step:
    """The base with the figures that it was worked from. The arrangement was checked before."""
    return BASES[arrangement.basis](arrangement, facts)


def _by_minutes(rule: Basis, arrangement: Arrangement, minutes: int) -> Step:
    rate = arrangement.hourly_rate or 0
    told = {"minutes": str(minutes), "hourly_rate": exact_text(rate)}
    return Step(rule, told, hours(minutes) * pence(rate))


def _planned(arrangement: Arrangement, facts: WeekFacts) -> Step:
    return _by_minutes(Basis.PLANNED_HOURS, arrangement, facts.planned_minutes)


def _delivered(arrangement: Arrangement, facts: WeekFacts) -> Step:
    return _by_minutes(Basis.DELIVERED_MINUTES, arrangement, facts.delivered_minutes)


def _bundle(arrangement: Arrangement, facts: WeekFacts) -> Step:
    """The bundle's hours, spread over its weeks, at the rate: banking moves no charge."""
    told = {
        "bundle_hours": exact_text(arrangement.bundle_hours or 0),
        "bundle_weeks": str(arrangement.bundle_weeks),
        "hourly_rate": exact_text(arrangement.hourly_rate or 0),
        "share": exact_text(arrangement.share or 0),
    }
    whole = Fraction(arrangement.bundle_hours or 0) * pence(arrangement.hourly_rate or 0)
    week = whole / (arrangement.bundle_weeks or 1) * Fraction(arrangement.share or 0)
    return _of_days(Basis.BUNDLE_SHARE, told, week, facts)


def _flat(arrangement: Arrangement, facts: WeekFacts) -> Step:
    """The first band that reaches the plan's value; a plan of no value is charged nothing."""
    value = facts.plan_pence
    told = {"plan_value": exact_text(value / pence(1))}
    if value <= 0:
        return _of_days(Basis.FLAT_BAND, told, Fraction(0), facts)
    reached = (b for b in arrangement.bands if b.up_to is None or value <= pence(b.up_to))
    band = next(reached)
    told |= {"band": "" if band.up_to is None else exact_text(band.up_to)}
    told |= {"charge": exact_text(band.charge)}
    return _of_days(Basis.FLAT_BAND, told, pence(band.charge), facts)


def _plan_share(arrangement: Arrangement, facts: WeekFacts) -> Step:
    share = Fraction(arrangement.share or 0)
    told = {"plan_value": exact_text(facts.plan_pence / pence(1)), "share": exact_text(share)}
    return _of_days(Basis.PLAN_PRICE_SHARE, told, facts.plan_pence * share, facts)


def _none(_arrangement: Arrangement, _facts: WeekFacts) -> Step:
    return Step(Basis.NONE, {}, Fraction(0))


def _of_days(rule: Basis, told: dict[str, str], week: Fraction, facts: WeekFacts) -> Step:
    if facts.free_days:
        told = {**told, "free_days": str(facts.free_days)}
    return Step(rule, told, week * facts.charged_share)


BASES: dict[Basis, Callable[[Arrangement, WeekFacts], Step]] = {
    Basis.PLANNED_HOURS: _planned,
    Basis.DELIVERED_MINUTES: _delivered,
    Basis.BUNDLE_SHARE: _bundle,
    Basis.FLAT_BAND: _flat,
    Basis.PLAN_PRICE_SHARE: _plan_share,
    Basis.NONE: _none,
}
