"""The bank: minutes put in, drawn out, and what runs out (R-VG-04).

Minutes live until the last day of the review period after the one that made them. Those that were
put in first are drawn first. What is left when a bundle ends runs out with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whatmatters.rules.commissioning_models.bundled_hours.review_periods import ReviewPeriod
from whatmatters.rules.periods import ONE_DAY


class MovementKind(StrEnum):
    """What moves: `given` puts minutes in, the two others take them out."""

    GIVEN = "given"
    DRAWN = "drawn"
    EXPIRED = "expired"


class OfferAnswer(StrEnum):
    """What is said to a smaller bundle."""

    YES = "yes"
    NO = "no"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Movement:
    """So many whole minutes (above zero) on a day."""

    on: date
    kind: MovementKind
    minutes: int


@dataclass(frozen=True, slots=True)
class BankReview:
    """The bank over one review period, in minutes.

    `expired` ran out on its last day, from the review before (`old`) or because the bundle ended;
    `left` is in the bank afterwards. `wanting` was drawn without being there: above 0 is a fault.
    """

    start: date
    last_day: date
    banked: int
    drawn: int
    expired: int
    left: int
    old: int
    wanting: int


def bank_reviews(
    movements: Iterable[Movement], reviews: Sequence[ReviewPeriod], ended: date | None = None
) -> tuple[BankReview, ...]:
    """The bank review by review; `ended` is the last day of a bundle that is over.

    What ran out is worked out here and never read from `movements`, so that a day on which nobody
    wrote it down costs nobody anything.
    """
    return tuple(_reviewed(tuple(movements), reviews, ended))


def _reviewed(
    movements: Sequence[Movement], reviews: Sequence[ReviewPeriod], ended: date | None
) -> Iterator[BankReview]:
    carried = 0
    for held in reviews:
        last = held.end - ONE_DAY
        banked = _sum(movements, MovementKind.GIVEN, held)
        drawn = _sum(movements, MovementKind.DRAWN, held)
        from_old = min(carried, drawn)
        old, fresh = carried - from_old, banked - (drawn - from_old)
        over = ended is not None and last >= ended
        left = 0 if over else max(fresh, 0)
        expired = old + (max(fresh, 0) if over else 0)
        yield BankReview(held.start, last, banked, drawn, expired, left, old, max(-fresh, 0))
        carried = left


def _sum(movements: Sequence[Movement], kind: MovementKind, held: ReviewPeriod) -> int:
    return sum(m.minutes for m in movements if m.kind is kind and held.start <= m.on < held.end)


def under_used(used: int, held: ReviewPeriod) -> bool:
    """Whether less was used than the band allows."""
    return used < held.allocated * (1 - held.terms.tolerance)
