"""Times of a day as minutes that pass since its midnight, on the nights the clocks change too."""

from datetime import UTC, date, datetime, time, timedelta

from whatmatters.rules.days import LONDON
from whatmatters.rules.rota.faults import Fault

HOURS_IN_A_DAY = 24
MINUTES_IN_AN_HOUR = 60
MINUTES_IN_A_DAY = HOURS_IN_A_DAY * MINUTES_IN_AN_HOUR
ONE_MINUTE = timedelta(minutes=1)


class NoSuchTime(ValueError):
    """A time that the clocks do not show, or show twice, on its day: NoSuchTime(code)."""


def minutes_of(day: date, told: float | str) -> float:
    """Minutes since the midnight of `day`: a number as it is, "07:30", "25:15", or a full moment.

    "25:15" is a quarter past one in the night after. NoSuchTime where the clocks skip a time or
    show it twice: it is then given as a moment with its offset, "2026-10-25T01:30+00:00".
    """
    if not isinstance(told, str):
        return told
    if "T" in told:
        return _passed(day, _moment(told))
    hours, _, minutes = told.partition(":")
    days, hour = divmod(int(hours), HOURS_IN_A_DAY)
    if int(minutes) >= MINUTES_IN_AN_HOUR:
        raise NoSuchTime("wrong_time")
    on = day + timedelta(days=days)
    first = datetime.combine(on, time(hour, int(minutes)), LONDON)
    second = first.replace(fold=1)
    if first.utcoffset() != second.utcoffset():
        skipped = first.astimezone(UTC).astimezone(LONDON).replace(fold=0) != first
        raise NoSuchTime("clocks_skip_it" if skipped else "clocks_show_it_twice")
    return _passed(day, first)


def _moment(told: str) -> datetime:
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        raise NoSuchTime("wrong_time") from None
    if moment.tzinfo is None:
        raise NoSuchTime("without_offset")
    return moment


def _passed(day: date, moment: datetime) -> float:
    midnight = datetime.combine(day, time(), LONDON).astimezone(UTC)
    return (moment.astimezone(UTC) - midnight) / ONE_MINUTE


def minutes_between(first: date, day: date) -> float:
    """Minutes that pass from the midnight of one day to that of another."""
    return _passed(first, datetime.combine(day, time(), LONDON))


def face_minutes(told: str, day: date | None = None) -> float:
    """Minutes of the clock's face since midnight, whatever passes: "07:30" is 450.

    A full moment is read on the clock of London, from the midnight of `day`.
    """
    if "T" in told and day is not None:
        shown = _moment(told).astimezone(LONDON).replace(tzinfo=None)
        return (shown - datetime.combine(day, time())) / ONE_MINUTE
    hours, _, minutes = told.partition(":")
    return int(hours) * MINUTES_IN_AN_HOUR + int(minutes)


def passed_at(day: date, clock_minutes: int) -> float:
    """Minutes that pass until so many minutes of the clock; where the clocks skip or repeat that
    time, the same number."""
    hours, left = divmod(clock_minutes, MINUTES_IN_AN_HOUR)
    try:
        return minutes_of(day, f"{hours:02d}:{left:02d}")
    except NoSuchTime:
        return clock_minutes


def clock_text(day: date, minutes: float) -> str:
    """What the clock shows then: "07:30", with the day where it is another one."""
    midnight = datetime.combine(day, time(), LONDON).astimezone(UTC)
    shown = (midnight + minutes * ONE_MINUTE).astimezone(LONDON)
    text = f"{shown:%H:%M}"
    return text if shown.date() == day else f"{text} ({shown.date().isoformat()})"


def time_fault(where: str, told: object, error: NoSuchTime) -> Fault:
    """A time that could not be read, as a fault of its record."""
    return Fault(str(error), where, {"value": told})
