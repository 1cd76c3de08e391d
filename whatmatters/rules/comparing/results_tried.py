"""Who carries which risk of paying for results, worked out before anybody signs (R-CO-05).

For a true rate every count that can come of it is paid by the contract's own rule, and weighed by
how likely it is: the binomial distribution, exactly, with no throw of dice. Nothing of it is ever
paid, so binary floats weigh it; what a count pays is whole pence.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, lgamma, log, log1p

from whatmatters.rules.commissioning_models.community_outcome import (
    RESULT,
    TOO_FEW,
    Direction,
    Evidence,
    Terms,
    difference,
    reached,
)
from whatmatters.rules.money import half_up, pence


@dataclass(frozen=True, slots=True)
class Deal:
    """Of one measured period: how many people, and pence. `sure` is paid whatever happens, `cost`
    is what the provider spends, `saved` what the payer saves each time it goes the better way."""

    people: int
    sure: int
    cost: int
    saved: int


@dataclass(frozen=True)
class Chances:
    """What may come of one true rate. `pays` weighs every sum of results, in pence.

    Shares are from 0 to 1; sums are pence, in the mean of very many such periods.
    """

    rate: float
    paid: float
    too_few: float
    pays: Mapping[int, float]
    loss: float
    provider: float
    payer: float

    @property
    def no_step(self) -> float:
        """A change that is told, and no step reached."""
        return max(0.0, 1 - self.paid - self.too_few)

    @cached_property
    def results(self) -> float:
        """What results bring."""
        return sum(sum_ * weight for sum_, weight in self.pays.items())

    def at_most(self, share: float) -> int:
        """The smallest sum of which results bring no more in this share of periods."""
        heaped, found = 0.0, 0
        for found in sorted(self.pays):
            heaped += self.pays[found]
            if heaped >= share:
                break
        return found


def chances(terms: Terms, deal: Deal, rates: Iterable[float]) -> tuple[Chances, ...]:
    """Of each true rate, from 0 to 1, in the order given."""
    outcomes = [_outcome(terms, events, deal.people) for events in range(deal.people + 1)]
    before = terms.baseline.events / terms.baseline.people
    better = before if terms.direction is Direction.REDUCE else -before
    sign = 1 if terms.direction is Direction.REDUCE else -1
    return tuple(
        _of_rate(rate, outcomes, deal, deal.people * (better - sign * rate)) for rate in rates
    )


def _of_rate(
    rate: float, outcomes: Sequence[tuple[str, int]], deal: Deal, avoided: float
) -> Chances:
    pays: dict[int, float] = defaultdict(float)
    why: dict[str, float] = defaultdict(float)
    for (reason, due), weight in zip(outcomes, binomial(deal.people, rate), strict=True):
        pays[due] += weight
        why[reason] += weight
    mean = sum(due * weight for due, weight in pays.items())
    return Chances(
        rate,
        why[RESULT],
        why[TOO_FEW],
        dict(pays),
        sum(weight for due, weight in pays.items() if deal.sure + due < deal.cost),
        deal.sure + mean - deal.cost,
        avoided * deal.saved - deal.sure - mean,
    )


def binomial(people: int, rate: float) -> list[float]:
    """How likely each count from none to all is, where it happens to each at a rate."""
    if rate <= 0 or rate >= 1:
        certain = people if rate >= 1 else 0
        return [float(events == certain) for events in range(people + 1)]
    yes, no, all_ways = log(rate), log1p(-rate), lgamma(people + 1)
    return [
        exp(all_ways - lgamma(k + 1) - lgamma(people - k + 1) + k * yes + (people - k) * no)
        for k in range(people + 1)
    ]


def _outcome(terms: Terms, events: int, people: int) -> tuple[str, int]:
    """Why a count pays what it pays, and the pence: the rule that a run pays by."""
    found = difference(events, people, terms.baseline, terms.confidence)
    reason, step = reached(terms, Evidence(events, people), found)
    return reason, 0 if step is None else half_up(pence(step.pays))


def rates_to_show(terms: Terms, supposed: float | None) -> tuple[float, ...]:
    """No change, each step just at its rate, half the way to the nearest, and what is supposed."""
    before = terms.baseline.events / terms.baseline.people
    steps = [float(one.rate) for one in terms.steps]
    nearest = min(steps, key=lambda rate: abs(rate - before))
    found = {before, *steps, (before + nearest) / 2}
    if supposed is not None:
        found.add(supposed)
    worst_first = terms.direction is Direction.REDUCE
    return tuple(sorted(found, reverse=worst_first))
