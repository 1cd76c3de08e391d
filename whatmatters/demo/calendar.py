"""The days that a demonstration lives through."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DemoCalendar:
    """From `start` (a Monday, and the council's anchor) to `until`, the last day lived."""

    start: date
    until: date

    def days(self) -> Iterator[date]:
        """Every day in order, both ends included."""
        for number in range((self.until - self.start).days + 1):
            yield self.start + number * DAY

    @property
    def length(self) -> int:
        """How many days are lived."""
        return (self.until - self.start).days + 1


def calendar_of(*, until: date, weeks: int) -> DemoCalendar:
    """At least `weeks` whole weeks that end with `until`, beginning on a Monday."""
    first = until + DAY - weeks * WEEK
    return DemoCalendar(first - first.weekday() * DAY, until)


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """A London time of day as aware UTC, right on the days when the clocks change."""
    return datetime.combine(day, time(hour, minute), LONDON).astimezone(UTC)
