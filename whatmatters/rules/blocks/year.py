"""The year of a block: 13 instalments of 28 days from its first day."""

from collections.abc import Iterator
from datetime import date, timedelta

from whatmatters.rules.periods import ONE_DAY, PERIOD_DAYS, PERIODS_IN_A_YEAR

YEAR = timedelta(days=PERIOD_DAYS * PERIODS_IN_A_YEAR)


def instalment_starts(year_starts: date, number: int) -> date:
    """The first day of an instalment (1 to 13)."""
    return year_starts + timedelta(days=PERIOD_DAYS * (number - 1))


def year_ends(year_starts: date) -> date:
    """The last day of the thirteenth instalment."""
    return instalment_starts(year_starts, PERIODS_IN_A_YEAR + 1) - ONE_DAY


def year_started(last_day: date) -> date:
    """The first day of the year that ends on a day."""
    return last_day + ONE_DAY - timedelta(days=PERIOD_DAYS * PERIODS_IN_A_YEAR)


def instalments(year_starts: date) -> Iterator[tuple[int, date]]:
    """Every instalment with its first day."""
    for number in range(1, PERIODS_IN_A_YEAR + 1):
        yield number, instalment_starts(year_starts, number)


def instalment_on(year_starts: date, day: date) -> int | None:
    """The instalment that holds a day; None where the day is outside the year."""
    number = (day - year_starts).days // PERIOD_DAYS + 1
    return number if 1 <= number <= PERIODS_IN_A_YEAR else None
