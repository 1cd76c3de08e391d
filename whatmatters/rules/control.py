"""How far somebody feels in control of her care, asked once in each period (R-VG-08).

What she feels is nobody's earnings: nothing that prices or pays may read it (`.importlinter`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from whatmatters.rules.periods import ONE_DAY, Period


class Control(StrEnum):
    """Four steps, and that she would rather not say, which is no step and counts nowhere."""

    AS_WANTED = "as_wanted"
    ENOUGH = "enough"
    NOT_ENOUGH = "not_enough"
    NONE = "none"
    NO_ANSWER = "no_answer"


IN_CONTROL = frozenset({Control.AS_WANTED, Control.ENOUGH})


@dataclass(frozen=True, slots=True)
class Support:
    """Support from a day to a day (None: it runs), by whom.

    `review_weeks`: of a bundle, which has review periods of its own; None where it has not.
    """

    starts: date
    ends: date | None
    provider_id: int
    review_weeks: int | None = None

    def runs(self, on: date) -> bool:
        """Whether somebody is supported by it on a day."""
        return self.starts <= on and (self.ends is None or on <= self.ends)


def period_on(supports: Iterable[Support], on: date, weeks: int) -> Period | None:
    """The period that holds a day; None where nobody supports her on it.

    While a bundle runs, its own review periods: two questions at two times would be one too many.
    Otherwise so many weeks at a time, from the first day of support that has not been broken off,
    however often what it is agreed or paid by has changed.
    """
    every = list(supports)
    running = [one for one in every if one.runs(on)]
    if not running:
        return None
    bundles = [(one.starts, one.review_weeks) for one in running if one.review_weeks is not None]
    if bundles:
        return _holding(*max(bundles), on)
    others = [one for one in every if one.review_weeks is None and one.starts <= on]
    return _holding(_unbroken(others, on), weeks, on)


def providers_on(supports: Iterable[Support], on: date) -> frozenset[int]:
    """Who supports her on a day."""
    return frozenset(one.provider_id for one in supports if one.runs(on))


def _unbroken(supports: Iterable[Support], on: date) -> date:
    """The first day of support without a day between that had none, up to this one."""
    first = on
    for one in sorted(supports, key=_last, reverse=True):
        if one.ends is not None and one.ends < first - ONE_DAY:
            break
        first = min(first, one.starts)
    return first


def _last(support: Support) -> date:
    return support.ends or date.max


def _holding(first: date, weeks: int, on: date) -> Period:
    whole = timedelta(weeks=weeks)
    start = first + (on - first) // whole * whole
    return Period(start, start + whole)
