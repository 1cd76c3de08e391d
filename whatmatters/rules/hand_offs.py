"""How long each step from request to start waited, and how often it changed hands (R-GW-15)."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise


def waits(days: Sequence[date]) -> tuple[int, ...]:
    """Days from each step's predecessor to it; 0 for the first.

    >>> waits([date(2028, 2, 28), date(2028, 3, 1)])
    (0, 2)
    """
    return tuple((day - days[place - 1]).days if place else 0 for place, day in enumerate(days))


def hand_offs(owners: Sequence[int | None]) -> int:
    """How often the owner changed; a step without an owner keeps the last one.

    >>> hand_offs([1, None, 2, 2, 1])
    2
    """
    named = [owner for owner in owners if owner is not None]
    return sum(before != after for before, after in pairwise(named))
