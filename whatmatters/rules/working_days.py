"""Working days: Monday to Friday without the bank holidays, as far as their table reaches."""

from dataclasses import dataclass
from datetime import date, timedelta

from whatmatters.rules.refusals import Refusal

WORKING_WEEKDAYS = 5  # Monday to Friday are date.weekday() 0 to 4


class BeyondHolidayTable(Refusal):
    """A date for which the table of bank holidays says nothing; nothing is guessed."""

    code = "beyond_holiday_table"


@dataclass(frozen=True, slots=True)
class HolidayTable:
    """Bank holidays of England and Wales, and the days that the table speaks of."""

    days: frozenset[date]
    covers_from: date
    covers_until: date

    def is_working(self, day: date) -> bool:
        """Monday to Friday and no bank holiday."""
        return day.weekday() < WORKING_WEEKDAYS and day not in self.days


def working_days_between(first: date, last: date, holidays: HolidayTable) -> int:
    """Working days after `first`, up to and with `last` (the day itself is not counted).

    Raises BeyondHolidayTable where the table does not reach.
    """
    for day in (first, last):
        if not holidays.covers_from <= day <= holidays.covers_until:
            raise BeyondHolidayTable(day=day, until=holidays.covers_until)
    days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
    return sum(holidays.is_working(day) for day in days)
