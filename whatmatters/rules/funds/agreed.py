"""An agreed spend: how much, how often, between which days, and what of it is left on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whatmatters.rules.funds.account import Moved
from whatmatters.rules.periods import DAYS_IN_A_WEEK, PERIOD_DAYS


class Every(StrEnum):
    """How often the sum is agreed anew."""

    ONCE = "once"
    WEEK = "week"
    FOUR_WEEKS = "four_weeks"


DAYS = {Every.WEEK: DAYS_IN_A_WEEK, Every.FOUR_WEEKS: PERIOD_DAYS}


@dataclass(frozen=True, slots=True)
class Agreed:
    """Pence each time, from a day to a last day (included)."""

    every: Every
    pence: int
    starts: date
    ends: date


def agreed_by(agreed: Agreed, on: date) -> int:
    """Pence agreed by a day: the times that have begun. What was not spent may be spent later.

    >>> club = Agreed(Every.WEEK, 850, date(2026, 4, 6), date(2026, 5, 3))
    >>> [agreed_by(club, date(2026, *day)) for day in ((4, 5), (4, 6), (4, 13), (6, 1))]
    [0, 850, 1700, 3400]
    """
    last = min(on, agreed.ends)
    if last < agreed.starts:
        return 0
    if agreed.every is Every.ONCE:
        return agreed.pence
    return agreed.pence * ((last - agreed.starts).days // DAYS[agreed.every] + 1)


def agreed_room(agreed: Agreed, spent: Iterable[Moved], on: date) -> int:
    """The most pence that may be spent of it on a day, with what was spent (above zero) so far."""
    lines = list(spent)
    days = {on, *(one.on for one in lines if one.on > on)}
    left = (agreed_by(agreed, day) - sum(o.pence for o in lines if o.on <= day) for day in days)
    return max(0, min(left))
