"""Whether a rate differs from its baseline: Newcombe's interval of two proportions, from Wilson's.

Without continuity correction: lower = d - sqrt((p - l)^2 + (U - b)^2) and upper = d +
sqrt((u - p)^2 + (b - L)^2), where d = p - b, (l, u) is Wilson's interval of p and (L, U) that of b.
Source: R. G. Newcombe, Statistics in Medicine 17 (1998), method 10. The interval decides between
paying and "too few to tell"; no penny is worked from it, so binary floats will do here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import hypot
from statistics import NormalDist

from whatmatters.rules.commissioning_models.community_outcome.terms import (
    Baseline,
    Direction,
    Step,
    Terms,
)
from whatmatters.rules.measures.wilson import wilson

MOST_PEOPLE = 10_000_000  # more than any service here has; the search for a sample ends there


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference of two shares, with its interval: each from -1 to 1."""

    value: float
    lower: float
    upper: float

    def is_change(self, direction: Direction) -> bool:
        """Whether no change is excluded, in the agreed direction."""
        return self.upper < 0 if direction is Direction.REDUCE else self.lower > 0


def quantile(confidence: Fraction) -> float:
    """The normal quantile of a two-sided interval: 1.96 for 0.95."""
    return NormalDist().inv_cdf(float((1 + confidence) / 2))


def difference(events: int, people: int, baseline: Baseline, confidence: Fraction) -> Difference:
    """The rate now less the baseline's, with its interval.

    8 of 200 against 30 of 200 at 0.95: -0.11, from -0.170 to -0.053.
    """
    z = quantile(confidence)
    now = wilson(events, people, z=z)
    before = wilson(baseline.events, baseline.people, z=z)
    value = now.share - before.share
    down = hypot(now.share - now.lower, before.upper - before.share)
    up = hypot(now.upper - now.share, before.share - before.lower)
    return Difference(value, value - down, value + up)


def least_people(terms: Terms, step: Step) -> int | None:
    """The fewest people of whom a rate just at a step would tell a change; None where none would.

    None means that the baseline was counted from too few to tell it, or is no worse than the step.
    """
    return _fewest(lambda people: _would_tell(terms, step, people))


def least_at_best(terms: Terms) -> int | None:
    """The fewest people of whom the best result there is would tell a change: nobody, or everybody.

    Of fewer no step can ever be paid; None: of no number of people.
    """
    reduce = terms.direction is Direction.REDUCE

    def told(people: int) -> bool:
        events = 0 if reduce else people
        found = difference(events, people, terms.baseline, terms.confidence)
        return found.is_change(terms.direction)

    return _fewest(told)


def _fewest(told: Callable[[int], bool]) -> int | None:
    if not told(MOST_PEOPLE):
        return None
    low, high = 1, MOST_PEOPLE
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if told(middle) else (middle + 1, high)
    return low


def _would_tell(terms: Terms, step: Step, people: int) -> bool:
    """Whether the rate at a step, rounded to whole people inside it, would be told as a change."""
    exact = step.rate * people
    events = int(exact) if terms.direction is Direction.REDUCE else -int(-exact // 1)
    found = difference(events, people, terms.baseline, terms.confidence)
    return found.is_change(terms.direction)
