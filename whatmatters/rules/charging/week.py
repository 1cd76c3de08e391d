"""One week's charge: the smallest of what it is held to, rounded once, down to a whole penny.

Down, because only so it is never above what her services cost and never takes a part of a penny
of what must be left to her.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from whatmatters.rules.charging.arrangement import Arrangement
from whatmatters.rules.charging.bases import WeekFacts, base_of
from whatmatters.rules.charging.cost_values import PaidFor
from whatmatters.rules.charging.means import Affordable
from whatmatters.rules.charging.values import Limit, LimitKind, Rate, Step
from whatmatters.rules.money import pence
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import DAYS_IN_A_WEEK, ONE_DAY, Period


@dataclass(frozen=True, slots=True)
class WeekCharge:
    """Whole pence, which limit decided, every limit with its sum, and the rates that were used."""

    week: Period
    pence: int
    decided_by: LimitKind
    limits: tuple[Limit, ...]
    rates: tuple[Rate, ...]
    means: tuple[Step, ...]

    def explained(self) -> dict[str, object]:
        """Everything the sum was worked from, as plain values: ids, codes and figures."""
        return {
            "week": self.week.start.isoformat(),
            "decided_by": str(self.decided_by),
            "limits": [
                {
                    "kind": str(limit.kind),
                    "pence": exact_text(limit.pence),
                    "steps": [step.stored() for step in limit.steps],
                }
                for limit in self.limits
            ],
            "means": [step.stored() for step in self.means],
            "rounding": "down",
            "pence": self.pence,
            "unverified": sorted({rate.key for rate in self.rates if not rate.verified}),
        }


def free_days(week: Period, free_from: date | None, free_weeks: int) -> int:
    """Days of a week that lie in the free period: so many weeks from its first day."""
    if free_from is None:
        return 0
    last = free_from + timedelta(days=free_weeks * DAYS_IN_A_WEEK) - ONE_DAY
    shared = week.overlap(free_from, last)
    return (shared[1] - shared[0]).days + 1 if shared else 0


def weekly_charge(
    week: Period, arrangement: Arrangement, facts: WeekFacts, means: Affordable
) -> WeekCharge:
    """What she pays for one week. Never below 0, never above any of its limits."""
    limits = tuple(_limits(week, arrangement, facts, means))
    smallest = min(limits, key=lambda limit: limit.pence)
    whole = max(0, smallest.pence.numerator // smallest.pence.denominator)
    return WeekCharge(week, whole, smallest.kind, limits, means.rates, means.steps)


def _limits(
    week: Period, arrangement: Arrangement, facts: WeekFacts, means: Affordable
) -> list[Limit]:
    base = base_of(arrangement, facts)
    found = [Limit(LimitKind.BASE, base.pence or Fraction(0), (base,))]
    if means.pence is not None:
        found.append(Limit(LimitKind.AFFORDABLE, means.pence, means.steps))
    if means.national_cap is not None:
        found.append(Limit(LimitKind.NATIONAL_CAP, means.national_cap, ()))
    if arrangement.local_cap is not None:
        found.append(Limit(LimitKind.LOCAL_CAP, pence(arrangement.local_cap), ()))
    until = arrangement.guarantee_until
    if arrangement.guarantee is not None and until is not None and week.start <= until:
        told = {"until": until.isoformat()}
        step = Step("guarantee", told, pence(arrangement.guarantee))
        found.append(Limit(LimitKind.GUARANTEE, pence(arrangement.guarantee), (step,)))
    return [*found, _cost(facts)]


def _cost(facts: WeekFacts) -> Limit:
    """What the days that are not free cost the council: their part of the week's cost."""
    cost = max(Fraction(0), facts.cost * facts.charged_share)
    told = {"cost": exact_text(Fraction(facts.cost) / pence(1)), "free_days": str(facts.free_days)}
    return Limit(LimitKind.COST, cost, (*_parts(facts), Step("cost", told, cost)))


def _parts(facts: WeekFacts) -> tuple[Step, ...]:
    """What the cost adds up from, where anything but pay for days is in it."""
    if all(part.span.what is PaidFor.DAYS for part in facts.cost_parts):
        return ()
    return tuple(
        Step(
            f"cost_{part.span.what}",
            {
                "whole": exact_text(Fraction(part.span.pence) / pence(1)),
                "first": part.span.first.isoformat(),
                "last": part.span.last.isoformat(),
            },
            Fraction(part.pence),
        )
        for part in facts.cost_parts
    )
