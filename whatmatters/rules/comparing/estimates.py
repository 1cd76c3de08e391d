"""A mean with the interval it likely lies in, by Student's t, and when there are too few to tell.

mean +/- t x s / sqrt(n), s over n - 1. The quantiles and the least n come from
`policy/national/comparing.toml`. Figures are shown, never paid, so binary floats will do here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt


@dataclass(frozen=True, slots=True)
class Estimate:
    """The mean of `n` figures in their unit; the rest is None where there are too few to tell."""

    n: int
    mean: float
    deviation: float | None = None
    lower: float | None = None
    upper: float | None = None

    @property
    def told(self) -> bool:
        """Whether there is an interval."""
        return self.lower is not None


class Verdict(StrEnum):
    """Which way a difference goes, where its interval leaves that beyond doubt.

    `MORE_BEFORE`: more, and something was left out of the price that could only lower it.
    """

    MORE = "more"
    MORE_BEFORE = "more_before"
    LESS = "less"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Quantiles:
    """Two-sided quantiles of Student's t by degrees of freedom, rising; the least n of each kind.

    Between two rows the lower degrees hold: the interval is then rather too long than too short.
    """

    rows: tuple[tuple[int, float], ...]

    def of(self, degrees: int) -> float:
        """The quantile. ValueError for less than the first row."""
        held = [t for at, t in self.rows if at <= degrees]
        if not held:
            raise ValueError("an interval needs two figures at least")
        return held[-1]


def estimate(figures: Sequence[float], *, quantiles: Quantiles, least: int) -> Estimate | None:
    """The mean and its interval; None where there is no figure at all.

    `least` is 2 or more: one figure has no spread.
    """
    n = len(figures)
    if not n:
        return None
    mean = sum(figures) / n
    if n < least:
        return Estimate(n, mean)
    deviation = sqrt(sum((one - mean) ** 2 for one in figures) / (n - 1))
    reach = quantiles.of(n - 1) * deviation / sqrt(n)
    return Estimate(n, mean, deviation, mean - reach, mean + reach)


def verdict(difference: Estimate | None, *, at_most: bool = False) -> Verdict:
    """More, less, or that nobody can tell: an interval that holds 0 says neither.

    `at_most`: the cost is the most that it can be.
    """
    if difference is None or difference.lower is None or difference.upper is None:
        return Verdict.CANNOT_TELL
    if difference.lower > 0:
        return Verdict.MORE_BEFORE if at_most else Verdict.MORE
    return Verdict.LESS if difference.upper < 0 else Verdict.CANNOT_TELL
