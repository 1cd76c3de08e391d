"""Which value was in force on a day. There is no "current": every reader says the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from whatmatters.rules.refusals import Refusal

T = TypeVar("T")


class NothingInForce(Refusal):
    """No row says what held on the day; nothing is guessed."""

    code = "nothing_in_force"

    def __init__(self, *, what: str, on: date) -> None:
        super().__init__(what=what, on=on)


class TwoInForce(Refusal):
    """Two rows claim the same day; which one holds is not for a program to choose."""

    code = "two_in_force"

    def __init__(self, *, what: str, on: date) -> None:
        super().__init__(what=what, on=on)


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """A value with its first day and its last (included; None: until replaced)."""

    starts: date
    ends: date | None
    value: T

    def holds_on(self, day: date) -> bool:
        """Whether the day is inside."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


def in_force(rows: Iterable[Dated[T]], on: date, *, what: str = "") -> T:
    """The one value in force on a day. NothingInForce or TwoInForce where it is not one."""
    held = [row.value for row in rows if row.holds_on(on)]
    if not held:
        raise NothingInForce(what=what, on=on)
    if len(held) > 1:
        raise TwoInForce(what=what, on=on)
    return held[0]
