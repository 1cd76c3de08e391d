"""Days of birth as they are mistaken: day and month exchanged, two figures exchanged."""

from datetime import date

TEN = 10


def mistaken_for(born: date) -> frozenset[date]:
    """The day itself, and days that a slip of writing may have made of it.

    >>> sorted(day.isoformat() for day in mistaken_for(date(1943, 2, 12)))
    ['1934-02-12', '1943-02-12', '1943-02-21', '1943-12-02']
    """
    tries = [
        (born.year, born.day, born.month),
        (born.year, born.month, _exchanged(born.day)),
        (born.year, _exchanged(born.month), born.day),
        (born.year - born.year % 100 + _exchanged(born.year % 100), born.month, born.day),
    ]
    return frozenset({born} | {day for day in map(_day, tries) if day is not None})


def _exchanged(number: int) -> int:
    """A number of two figures read backwards: 12 is 21, 3 (written 03) is 30."""
    tens, ones = divmod(number, TEN)
    return ones * TEN + tens


def _day(parts: tuple[int, int, int]) -> date | None:
    try:
        return date(*parts)
    except ValueError:
        return None
