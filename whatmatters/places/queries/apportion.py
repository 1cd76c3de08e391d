"""Sharing out a whole number by weights, so that the parts add back to it."""

from collections.abc import Sequence
from fractions import Fraction


def largest_remainder(total: int, weights: Sequence[int | float]) -> list[int]:
    """Whole parts of `total` in proportion to `weights` (>= 0); ties go to the first.

    Exact (fractions, never a float sum), so every version of Python gives the same parts.
    7 by weights 1, 1, 1 -> 3, 2, 2. All weights 0 -> equal weights; no weights -> no parts.
    """
    exact = [Fraction(weight) for weight in weights]
    whole = sum(exact, Fraction(0))
    if whole == 0:
        exact = [Fraction(1)] * len(exact)
        whole = Fraction(len(exact))
    quotas = [total * weight / whole for weight in exact]
    parts = [int(quota) for quota in quotas]
    by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - quotas[i], i))
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts
