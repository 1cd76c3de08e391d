"""One person's account: lines in whole pence, each on a day, and the room that they leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LineKind(StrEnum):
    """What a line of the account is. Money in is above zero, money out below it."""

    PAID_IN = "paid_in"
    FEE = "fee"
    CARRIED_IN = "carried_in"
    SPENT = "spent"
    REVERSED = "reversed"
    CARRIED_OUT = "carried_out"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Moved:
    """Pence that moved on a day, with their sign."""

    on: date
    pence: int


def room(moved: Iterable[Moved], on: date, overdraft: int = 0) -> int:
    """The most pence that may leave on a day, so that no day from it on ends below the overdraft.

    A later spend counts too: money that is gone next week cannot be spent again today.

    >>> days = [Moved(date(2026, 5, 4), 1000), Moved(date(2026, 5, 9), -700)]
    >>> [room(days, date(2026, 5, day)) for day in (3, 5, 9)]
    [0, 300, 300]
    """
    lines = list(moved)
    days = {on, *(one.on for one in lines if one.on > on)}
    left = min(sum(one.pence for one in lines if one.on <= day) for day in days)
    return max(0, left + overdraft)


@dataclass(frozen=True, slots=True)
class Ending:
    """A balance in whole pence, parted: what carries over into her next year, what goes back."""

    balance: int
    carried: int
    returned: int


def ending(balance: int, most: int | None) -> Ending:
    """Part a balance at the end; `most` may carry over, None: all of it goes back.

    An account below zero gives nothing back: whoever let it fall there bears it.

    >>> ending(300000, 230769)
    Ending(balance=300000, carried=230769, returned=69231)
    """
    there = max(0, balance)
    carried = min(there, most or 0)
    return Ending(balance, carried, there - carried)
