"""Review periods: one after another from the agreement's first day, the last one perhaps short."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from whatmatters.rules.commissioning_models.bundled_hours.terms import Agreement, Terms
from whatmatters.rules.minutes import MINUTES_IN_AN_HOUR
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.periods import DAYS_IN_A_WEEK, ONE_DAY


@dataclass(frozen=True, slots=True)
class ReviewPeriod:
    """Days from `start` to the day before `end`, with the bundle that they hold."""

    start: date
    end: date
    terms: Terms

    @property
    def days(self) -> int:
        """How many days; fewer than a whole review where the agreement ends inside."""
        return (self.end - self.start).days

    @property
    def hours(self) -> Fraction:
        """The bundle, in exact hours: weekly hours x days / 7."""
        return self.terms.weekly_hours * Fraction(self.days, DAYS_IN_A_WEEK)

    @property
    def allocated(self) -> Fraction:
        """The bundle, in exact minutes."""
        return self.hours * MINUTES_IN_AN_HOUR

    @property
    def price(self) -> int:
        """The bundle's price in pence, rounded once."""
        return half_up(pence(self.terms.rate * self.hours))


def until(agreement: Agreement, ended_on: date | None) -> Agreement:
    """The agreement that ends on a day, if that is sooner: its last review period is then short."""
    if ended_on is None or (agreement.ends is not None and agreement.ends <= ended_on):
        return agreement
    return replace(agreement, ends=ended_on)


def review_periods(agreement: Agreement, until: date) -> Iterator[ReviewPeriod]:
    """Every review period that starts before a day, in order."""
    whole = timedelta(days=agreement.terms.review_weeks * DAYS_IN_A_WEEK)
    last = None if agreement.ends is None else agreement.ends + ONE_DAY
    start = agreement.starts
    while start < until and (last is None or start < last):
        end = start + whole
        yield ReviewPeriod(start, end if last is None else min(end, last), agreement.terms)
        start = end


def review_starting(agreement: Agreement, start: date) -> ReviewPeriod | None:
    """The review period that starts on a day, or None where none does."""
    found = review_periods(agreement, start + ONE_DAY)
    return next((one for one in found if one.start == start), None)
