"""What a direct payment is worth a week, what its record holds, when its account is looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from whatmatters.rules.money import half_up
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.periods import DAYS_IN_A_WEEK

# Nothing takes its place: an assistant's notice is still to be paid.
RUNS_ON = frozenset({EndReason.DIED, EndReason.MOVED, EndReason.NO_LONGER_NEEDED})


class RecordKind(StrEnum):
    """What a line of the record is: money that left the account, or that it owes."""

    SPENT = "spent"
    OWED = "owed"


class OwedFor(StrEnum):
    """What an account owes: what has to be kept for somebody who works for her, or for tax."""

    HOLIDAY_PAY = "holiday_pay"
    REDUNDANCY = "redundancy"
    TAX = "tax"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Written:
    """One line of the record that was not struck out: pence above zero, on a day."""

    kind: RecordKind
    on: date
    pence: int


def weekly_value(pence: int, starts: date, ends: date) -> int:
    """Pence a week of what a plan is worth over its days, both included, rounded half up.

    >>> weekly_value(278300, date(2026, 4, 6), date(2026, 6, 28))
    23192
    """
    return half_up(Fraction(pence * DAYS_IN_A_WEEK, (ends - starts).days + 1))


def owed_on(lines: Iterable[Written], on: date) -> int:
    """Pence that the account owes on a day."""
    return sum(one.pence for one in lines if one.kind is RecordKind.OWED and one.on <= on)


def spent_on(lines: Iterable[Written], on: date) -> int:
    """Pence that were spent up to a day."""
    return sum(one.pence for one in lines if one.kind is RecordKind.SPENT and one.on <= on)


def too_near(looks: Iterable[date], on: date, apart: timedelta) -> date | None:
    """The look that another on this day would come too near to; one of the same day it replaces.

    >>> too_near([date(2026, 4, 6)], date(2026, 5, 4), timedelta(weeks=26))
    datetime.date(2026, 4, 6)
    """
    return next((day for day in looks if day != on and abs(day - on) < apart), None)
