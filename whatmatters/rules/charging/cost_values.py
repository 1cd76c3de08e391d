"""Values of what a week cost: payments by the days that they are for, and a week's part of each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PaidFor(StrEnum):
    """What a payment is: for days, what a review or a judgement moved, what was held back.

    `other_weeks` is no payment: what one week's cost takes over from others, or gives to them.
    """

    DAYS = "days"
    REVIEW = "review"
    JUDGED = "judged"
    HELD_BACK = "held_back"
    OTHER_WEEKS = "other_weeks"


@dataclass(frozen=True, slots=True)
class Span:
    """Whole pence (below 0: taken back) for the days from `first` to `last`, both included."""

    what: PaidFor
    first: date
    last: date
    pence: int


@dataclass(frozen=True, slots=True)
class CostPart:
    """A week's `pence` of a span; for `other_weeks` the span is the week itself."""

    span: Span
    pence: int


@dataclass(frozen=True, slots=True)
class WeekCost:
    """A week's cost in whole pence, and the parts that it adds up from."""

    pence: int
    parts: tuple[CostPart, ...]


NOTHING = WeekCost(0, ())
