"""Whether every day of a span is one of some others."""

from collections.abc import Iterable
from datetime import date

from whatmatters.rules.periods import ONE_DAY


def first_uncovered(spans: Iterable[tuple[date, date]], first: date, last: date) -> date | None:
    """The first day from `first` to `last` in none of the spans (first and last day of each).

    >>> june, july = (date(2026, 6, 1), date(2026, 6, 30)), (date(2026, 7, 1), date(2026, 7, 31))
    >>> first_uncovered([july, june], date(2026, 6, 9), date(2026, 8, 2))
    datetime.date(2026, 8, 1)
    >>> first_uncovered([july, june], date(2026, 6, 9), date(2026, 7, 31))
    """
    day = first
    for begins, ends in sorted(spans):
        if begins <= day <= ends:
            day = ends + ONE_DAY
    return day if day <= last else None
