"""What a rate would be, had the people been those of the baseline: directly standardised (R-CO-04).

The rate of each agreed group weighs as much as the group did before. The interval of the difference
sums up the groups' own (MOVER: G. Y. Zou and A. Donner, Statistics in Medicine 27, 2008): lower = d
- sqrt(sum w^2 ((p - l)^2 + (U - b)^2)), and upper in the same way, where w is a group's part of the
baseline, (l, u) is Wilson's interval of its rate p now and (L, U) that of its rate b before. Of one
group alone it is Newcombe's. No penny is worked from the interval; the rate itself is exact.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from whatmatters.rules.commissioning_models.community_outcome.difference import (
    Difference,
    quantile,
)
from whatmatters.rules.commissioning_models.community_outcome.evidence import Evidence, GroupCount
from whatmatters.rules.commissioning_models.community_outcome.terms import Group, Terms
from whatmatters.rules.measures.wilson import wilson


@dataclass(frozen=True, slots=True)
class Adjusted:
    """The rate of people like those of the baseline, and its difference from before."""

    rate: Fraction
    found: Difference


def adjusted(terms: Terms, evidence: Evidence) -> Adjusted | None:
    """None where nobody of an agreed group was counted: nothing can stand in for them."""
    pairs = list(_pairs(terms, evidence))
    if any(now.people == 0 for _, now in pairs):
        return None
    people = terms.baseline.people
    rate = sum(
        (
            Fraction(before.people, people) * Fraction(now.events, now.people)
            for before, now in pairs
        ),
        Fraction(0),
    )
    return Adjusted(rate, _difference(terms, pairs, rate))


def _pairs(terms: Terms, evidence: Evidence) -> Iterator[tuple[Group, GroupCount]]:
    """Each group before and now. KeyError where evidence does not name it: `check_evidence`."""
    now = {one.name: one for one in evidence.groups}
    for before in terms.groups:
        yield before, now[before.name]


def _difference(terms: Terms, pairs: list[tuple[Group, GroupCount]], rate: Fraction) -> Difference:
    z, down, up = quantile(terms.confidence), 0.0, 0.0
    for before, now in pairs:
        weight = before.people / terms.baseline.people
        was = wilson(before.events, before.people, z=z)
        found = wilson(now.events, now.people, z=z)
        down += weight**2 * ((found.share - found.lower) ** 2 + (was.upper - was.share) ** 2)
        up += weight**2 * ((found.upper - found.share) ** 2 + (was.share - was.lower) ** 2)
    value = float(rate - Fraction(terms.baseline.events, terms.baseline.people))
    return Difference(value, value - sqrt(down), value + sqrt(up))
