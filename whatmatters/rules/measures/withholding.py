"""Parts of a known total: which to withhold so that no small one can be found by subtraction."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def withheld(counts: Mapping[Key, int], minimum: int) -> frozenset[Key]:
    """The parts that may not be told apart, when the total of all parts is shown.

    Every part from 1 to below `minimum`; and while what is withheld adds to fewer than `minimum`
    or is a single part, the smallest of the others as well. A part of 0 tells of nobody.

    >>> sorted(withheld({"a": 12, "b": 3, "c": 7}, 5))
    ['b', 'c']
    """
    small = {key for key, count in counts.items() if 0 < count < minimum}
    others = sorted(
        (key for key, count in counts.items() if count >= minimum),
        key=lambda key: (counts[key], str(key)),
    )
    if not small:
        return frozenset()
    while others and (len(small) == 1 or sum(counts[key] for key in small) < minimum):
        small.add(others.pop(0))
    return frozenset(small)
