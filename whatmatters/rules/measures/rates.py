"""A rate as it may be shown: counted, with its interval, or withheld because it tells too much."""

from collections.abc import Sequence
from dataclasses import dataclass

from whatmatters.rules.measures.wilson import Interval, too_few, wilson


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of how many, and of how many people; `people` None: each is one person's."""

    numerator: int
    denominator: int
    people: int | None = None

    @property
    def heads(self) -> int:
        """How many people are counted."""
        return self.denominator if self.people is None else self.people

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(
            self.numerator + other.numerator,
            self.denominator + other.denominator,
            self.heads + other.heads,
        )


NONE = Counted(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Rate:
    """`interval` is None where there are too few to tell, or where showing it would tell of few."""

    interval: Interval | None
    minimum: int

    @property
    def shown(self) -> bool:
        """Whether there is a figure to show."""
        return self.interval is not None


def rate(own: Counted, *, wholes: Sequence[Counted] = (), z: float, minimum: int) -> Rate:
    """The rate of `own`, a part of each of the `wholes` that others may know.

    Withheld under `minimum`, counted or in people, and also where the rest of a whole is fewer
    than that: somebody who knows both could subtract (R-XR-03).
    """
    if not may_tell(own, wholes, minimum):
        return Rate(None, minimum)
    return Rate(wilson(own.numerator, own.denominator, z=z), minimum)


def may_tell(own: Counted, wholes: Sequence[Counted], minimum: int) -> bool:
    """Whether what is counted, and of how many people, may both stand beside every whole."""
    beside = wholes or (own,)
    return all(
        may_show(own.denominator, whole.denominator, minimum)
        and may_show(own.heads, whole.heads, minimum)
        for whole in beside
    )


def may_show(own: int, whole: int | None, minimum: int) -> bool:
    """Whether a count may stand beside its whole: neither it nor the rest is from 1 to few.

    >>> [may_show(6, 20, 5), may_show(4, 20, 5), may_show(17, 20, 5), may_show(20, 20, 5)]
    [True, False, False, True]
    """
    if own == 0 or too_few(own, minimum):
        return False
    rest = 0 if whole is None else whole - own
    return rest == 0 or not too_few(rest, minimum)
