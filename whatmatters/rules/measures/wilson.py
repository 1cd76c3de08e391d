"""Wilson's interval for a proportion, and when there is too little to tell.

(p + z2/2n +/- z x sqrt(p(1-p)/n + z2/4n2)) / (1 + z2/n). `z` and the least n come from
`policy/national/measures.toml`. Figures are shown, never paid, so binary floats will do here.
"""

from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Interval:
    """A share from 0 to 1 with its lower and upper bound, and what it was counted from."""

    numerator: int
    denominator: int
    share: float
    lower: float
    upper: float


def wilson(successes: int, n: int, *, z: float) -> Interval:
    """The interval of successes out of n. Raises ValueError for a count that cannot be.

    8 of 10 at z = 1.96: from 0.490 to 0.943.
    """
    if not 0 <= successes <= n or n == 0:
        raise ValueError("successes out of n: 0 <= successes <= n and n above 0")
    share = successes / n
    z2 = z * z
    middle = share + z2 / (2 * n)
    spread = z * sqrt(share * (1 - share) / n + z2 / (2 * n) ** 2)
    scale = 1 + z2 / n
    lower, upper = (middle - spread) / scale, (middle + spread) / scale
    return Interval(successes, n, share, max(0.0, lower), min(1.0, upper))


def too_few(n: int, minimum: int) -> bool:
    """Whether a rate may not be shown: fewer than `minimum` in the denominator."""
    return n < minimum
