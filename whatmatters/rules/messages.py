"""What a person or somebody close to her tells us, and by when a complaint is owed what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from whatmatters.rules.working_days import BeyondHolidayTable, HolidayTable


class MessageKind(StrEnum):
    """Something to tell; a complaint, a record with a clock and an answer; or what somebody close
    asks for themselves as a carer, which the person does not read.
    """

    MESSAGE = "message"
    COMPLAINT = "complaint"
    CARER_SUPPORT = "carer_support"


class MessageState(StrEnum):
    """Where it stands. An answer may be followed by another; none is taken back."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"


S = MessageState
MESSAGE_MOVES: Mapping[MessageState, frozenset[MessageState]] = {
    S.OPEN: frozenset({S.ACKNOWLEDGED, S.ANSWERED}),
    S.ACKNOWLEDGED: frozenset({S.ANSWERED}),
    S.ANSWERED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Clock:
    """Working days in which a complaint is acknowledged and answered."""

    acknowledge: int
    answer: int


def working_day_after(first: date, days: int, holidays: HolidayTable) -> date:
    """The so-manieth working day after a day. Raises BeyondHolidayTable."""
    day = first
    while days:
        day += timedelta(days=1)
        if not holidays.covers_from <= day <= holidays.covers_until:
            raise BeyondHolidayTable(day=day, until=holidays.covers_until)
        days -= holidays.is_working(day)
    return day
