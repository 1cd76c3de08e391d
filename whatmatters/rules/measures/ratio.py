"""A cost for each thing achieved, with Fieller's interval for the ratio of two means.

Each plan gives a pair: what it cost and how much of it was achieved. The two go together within a
plan, so the interval is worked from plans and not from outcomes. With means c and a, variances cc
and aa, covariance ca (all over n - 1) and t = z2/n, the bounds are the roots in R of

    (a2 - t aa) R2 - 2 (c a - t ca) R + (c2 - t cc) = 0

E. C. Fieller, "Some problems in interval estimation", J. R. Statist. Soc. B 16 (1954) 175-185.
Where a2 <= t aa the achieved might as well be none: no bound, and so too few to tell. Figures are
shown, never paid, so binary floats will do here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Ratio:
    """Cost over achieved, from how many plans; `lower` and `upper` in the unit of the cost."""

    cost: float
    achieved: int
    plans: int
    value: float
    lower: float
    upper: float


def ratio(pairs: Sequence[tuple[float, int]], *, z: float) -> Ratio | None:
    """The ratio of (cost, achieved) pairs, one a plan; None where it has no bounds.

    One plan has no variance, and none achieved has no cost each.
    """
    n = len(pairs)
    achieved = sum(a for _, a in pairs)
    if n < 2 or achieved == 0:
        return None
    cost = sum(c for c, _ in pairs)
    c, a = cost / n, achieved / n
    t = z * z / n
    cc = sum((x - c) ** 2 for x, _ in pairs) / (n - 1)
    aa = sum((y - a) ** 2 for _, y in pairs) / (n - 1)
    ca = sum((x - c) * (y - a) for x, y in pairs) / (n - 1)
    square, middle, rest = a * a - t * aa, c * a - t * ca, c * c - t * cc
    if square <= 0:
        return None
    # Below nothing only by rounding: where the achieved has bounds, so has the ratio.
    spread = sqrt(max(middle * middle - square * rest, 0.0))
    lower, upper = (middle - spread) / square, (middle + spread) / square
    return Ratio(cost, achieved, n, cost / achieved, max(lower, 0.0), upper)
