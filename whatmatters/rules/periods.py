"""The four-weekly payment period, and working days. Periods are made of dates: no clock changes.

A period is 28 days, half-open [start, end), one after another from the council's anchor Monday,
for ever (R-WI-07; commissioning-models, "Payment period"). `policy/national/payment_period.toml`
holds the same number with its source; a test keeps them equal.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from whatmatters.rules.refusals import Refusal

PERIOD_DAYS = 28
DAYS_IN_A_WEEK = 7
# A year of payments is 13 periods, so 52 weeks: the calendar of "13 equal instalments".
PERIODS_IN_A_YEAR = 13
WEEKS_IN_A_YEAR = 52
MONDAY = 0
ONE_DAY = timedelta(days=1)


class NotAPeriodStart(Refusal):
    """A date on which no payment period starts; `nearest` says which dates do."""

    code = "not_a_period_start"

    def __init__(self, *, start: date, nearest: tuple[date, date]) -> None:
        super().__init__(start=start, before=nearest[0], after=nearest[1])
        self.nearest = nearest


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `start` to the day before `end`."""

    start: date
    end: date

    @property
    def last_day(self) -> date:
        """The last day inside."""
        return self.end - ONE_DAY

    @property
    def days(self) -> int:
        """How many days."""
        return (self.end - self.start).days

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def overlap(self, first: date, last: date | None) -> tuple[date, date] | None:
        """First and last day (both included) of [first, last] that fall inside, or None."""
        begins = max(first, self.start)
        ends = self.last_day if last is None else min(last, self.last_day)
        return (begins, ends) if begins <= ends else None

    def next(self) -> "Period":
        """The period after this one."""
        return Period(self.end, self.end + (self.end - self.start))


def period_from(start: date) -> Period:
    """The period of 28 days from any start (a case file's; a council's own has an anchor)."""
    return Period(start, start + timedelta(days=PERIOD_DAYS))


def period_containing(day: date, anchor: date) -> Period:
    """The council's payment period that holds a day, before or after its anchor."""
    into = (day - anchor).days % PERIOD_DAYS
    return period_from(day - timedelta(days=into))


def period_starting(start: date, anchor: date) -> Period:
    """The period that starts on a day. NotAPeriodStart names the nearest starts."""
    period = period_containing(start, anchor)
    if period.start != start:
        raise NotAPeriodStart(start=start, nearest=(period.start, period.end))
    return period


def periods(first: date, last: date, anchor: date) -> Iterator[Period]:
    """Every payment period that holds a day from `first` to `last`, both included, in order."""
    period = period_containing(first, anchor)
    while period.start <= last:
        yield period
        period = period.next()


def cut(period: Period, changes: Iterable[date]) -> tuple[Period, ...]:
    """A period cut at each date inside it from which terms are new; the parts tile the period."""
    inside = sorted({day for day in changes if period.start < day < period.end})
    edges = [period.start, *inside, period.end]
    return tuple(Period(begins, ends) for begins, ends in pairwise(edges))


def week_of(day: date) -> Period:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=DAYS_IN_A_WEEK))
