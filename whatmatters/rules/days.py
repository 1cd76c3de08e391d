"""The day of a moment: every date in the product is a London date."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from whatmatters.rules.refusals import Refusal

LONDON = ZoneInfo("Europe/London")


class DayNotReached(Refusal):
    """A fact was given a day that lies ahead of the moment it is written: DayNotReached(on=)."""

    code = "day_not_reached"


def london_day(at: datetime) -> date:
    """The London date of a moment with a time zone.

    >>> from datetime import UTC
    >>> london_day(datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
    datetime.date(2026, 7, 2)
    """
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(LONDON).date()


def must_be_reached(on: date, at: datetime) -> date:
    """`on`, unless it lies after the London day of `at`: then DayNotReached."""
    if on > london_day(at):
        raise DayNotReached(on=on)
    return on
