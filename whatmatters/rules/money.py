"""Whole pence, exact fractions, and the one rounding that a line gets (half up by size).

Rates are `Decimal` pounds, sums are `Fraction`, what is paid is `int` pence; never a float.
Source: commissioning-models, "What all models share" (money, spreading, sharing).
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

PENCE_IN_A_POUND = 100
TEN = 10


def half_up(amount: Fraction | Decimal | int) -> int:
    """The nearest whole number; a half goes away from zero (half up by size, sign put back).

    >>> half_up(Fraction(5, 2)), half_up(Fraction(-5, 2))
    (3, -3)
    """
    exact = Fraction(amount)
    return half_up_quotient(exact.numerator, exact.denominator)


def half_up_quotient(numerator: int, denominator: int) -> int:
    """`half_up` of a quotient of integers, without building it. `denominator` is above 0."""
    size = (2 * abs(numerator) + denominator) // (2 * denominator)
    return size if numerator >= 0 else -size


def pence(pounds: Decimal | Fraction | int) -> Fraction:
    """Exact pounds as exact pence: not rounded."""
    return Fraction(pounds) * PENCE_IN_A_POUND


def share_out(total: int, shares: Sequence[Fraction]) -> tuple[int, ...]:
    """A sum of pence between payers by largest remainder, ties to the one listed first.

    The parts add back to `total`, negative totals too (a clawback is shared as the payment was).

    >>> share_out(100, [Fraction(1, 3)] * 3)
    (34, 33, 33)
    """
    if sum(shares) != 1:
        raise ValueError("shares do not add to 1")
    size, sign = abs(total), -1 if total < 0 else 1
    exact = [size * share for share in shares]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: parts[i] - exact[i])
    for i in by_remainder[: size - sum(parts)]:
        parts[i] += 1
    return tuple(sign * part for part in parts)


def spread(price: int, elapsed_before: int, elapsed_after: int, days: int) -> int:
    """The pence earned between two counts of days elapsed, of a price spread over `days`.

    Cumulative: round(price x elapsed / days) now, less the same before, so that instalments add
    back to the price to the penny. Past `days` it goes on at the old daily price.

    >>> spread(278300, 0, 28, 84), spread(278300, 28, 56, 84), spread(278300, 56, 84, 84)
    (92767, 92766, 92767)
    """
    before = half_up_quotient(price * elapsed_before, days)
    return half_up_quotient(price * elapsed_after, days) - before
