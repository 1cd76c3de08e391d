"""Reading terms and evidence from plain values, key by key, with every problem kept in its place.

A wrong value leaves a stand-in behind and a Problem; whoever reads calls `finish` before using
anything, which raises all problems together. Nothing is guessed: a key nobody asked for is a
problem too.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeGuard, TypeVar

from whatmatters.rules.commissioning import Problem, Problems
from whatmatters.rules.money import TEN
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import MONDAY, PERIOD_DAYS, Period

CodeT = TypeVar("CodeT", bound=StrEnum)
StandInT = TypeVar("StandInT")
ABSENT = object()
# Beyond these an exact sum would take for ever, and no price or hour is written so.
MOST_DIGITS = 15
MOST_PLACES = 15
# The day after a last day, and the week and period around it, must be days too.
LAST_YEAR = date.max.year - 1


def finish(problems: list[Problem]) -> None:
    """Raise all problems together, if there are any."""
    if problems:
        raise Problems(tuple(problems))


class Table:
    """One table of keys. `where` is its path; `problems` is shared by all tables of a case."""

    def __init__(self, raw: Mapping[str, object], where: str, problems: list[Problem]) -> None:
        self.raw = raw
        self.where = where
        self.problems = problems
        self.asked: set[str] = set()

    def path(self, key: str) -> str:
        """The key path of a key."""
        return f"{self.where}.{key}" if self.where else key

    def problem(self, code: str, key: str, **params: object) -> None:
        """Keep a problem about a key."""
        self.problems.append(Problem(code, self.path(key), params))

    def has(self, key: str) -> bool:
        """Whether the key is given; from then on it is known."""
        self.asked.add(key)
        return key in self.raw

    def text(self, key: str) -> str:
        """Words, not empty."""
        value = self._value(key)
        if isinstance(value, str) and value.strip():
            return value
        return self._refuse(value, key, "text", "")

    def flag(self, key: str, *, absent: bool | None = None) -> bool:
        """true or false."""
        if absent is not None and not self.has(key):
            return absent
        value = self._value(key)
        return value if isinstance(value, bool) else self._refuse(value, key, "flag", False)

    def day(self, key: str) -> date:
        """A date without a time."""
        value = self._value(key)
        if not _is_day(value):
            return self._refuse(value, key, "date", date.min)
        if value.year > LAST_YEAR:
            self.problem("impossible_date", key)
            return date.min
        return value

    def day_or_none(self, key: str) -> date | None:
        """A date, or None where the key is absent."""
        return self.day(key) if self.has(key) else None

    def days(self, key: str) -> tuple[date, ...]:
        """A list of dates."""
        value = self._value(key)
        if isinstance(value, list | tuple) and all(_is_day(day) for day in value):
            if any(day.year > LAST_YEAR for day in value):
                self.problem("impossible_date", key)
                return ()
            return tuple(value)
        return self._refuse(value, key, "dates", ())

    def code(self, key: str, codes: type[CodeT]) -> CodeT:
        """One of a closed list of words."""
        value = self._value(key)
        allowed = [code.value for code in codes]
        if isinstance(value, str) and value in allowed:
            return codes(value)
        if isinstance(value, str):
            self.problem("not_in_list", key, value=value, allowed=", ".join(allowed))
            return next(iter(codes))
        return self._refuse(value, key, "text", next(iter(codes)))

    def number(self, key: str, *, least: int | None = 0, most: int | None = None) -> Fraction:
        """An exact number inside its bounds; never a binary float."""
        value = self._value(key)
        number = _exact(value)
        if number is not None:
            self._bounds(number, key, least, most)
            return number
        if isinstance(value, Decimal | int) and not isinstance(value, bool):
            self.problem("impossible_number", key)
            return Fraction(0)
        return self._refuse(value, key, "number", Fraction(0))

    def number_or_none(self, key: str, *, most: int | None = None) -> Fraction | None:
        """An exact number, or None where the key is absent."""
        return self.number(key, most=most) if self.has(key) else None

    def share(self, key: str) -> Fraction:
        """A number from 0 to 1."""
        return self.number(key, most=1)

    def share_or_none(self, key: str) -> Fraction | None:
        """A number from 0 to 1, or None where the key is absent."""
        return self.share(key) if self.has(key) else None

    def whole(self, key: str, *, least: int | None = 0, most: int | None = None) -> int:
        """A whole number; `least=None`: it may lie below zero."""
        value = self._value(key)
        if isinstance(value, bool) or not isinstance(value, int):
            return self._refuse(value, key, "whole", least or 0)
        self._bounds(Fraction(value), key, least, most)
        return value

    def whole_or_none(
        self, key: str, *, least: int | None = 0, most: int | None = None
    ) -> int | None:
        """A whole number, or None where the key is absent."""
        return self.whole(key, least=least, most=most) if self.has(key) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of words; absent is none."""
        if not self.has(key):
            return ()
        value = self._value(key)
        if isinstance(value, list | tuple) and all(isinstance(v, str) and v for v in value):
            return tuple(str(v) for v in value)
        return self._refuse(value, key, "texts", ())

    def table(self, key: str) -> "Table":
        """A table inside; an empty one stands in."""
        value = self._value(key)
        if not isinstance(value, Mapping):
            value = self._refuse(value, key, "table", {})
        return Table(value, self.path(key), self.problems)

    def tables(self, key: str) -> tuple["Table", ...]:
        """A list of tables."""
        value = self._value(key)
        if not isinstance(value, list | tuple) or not all(isinstance(v, Mapping) for v in value):
            value = self._refuse(value, key, "tables", ())
        return tuple(
            Table(inner, f"{self.path(key)}[{i}]", self.problems) for i, inner in enumerate(value)
        )

    def close(self) -> None:
        """Every key that nobody asked for is a problem."""
        for key in self.raw:
            if key not in self.asked:
                self.problem("unknown_key", key)

    def _value(self, key: str) -> object:
        return self.raw[key] if self.has(key) else ABSENT

    def _refuse(self, value: object, key: str, wanted: str, stand_in: StandInT) -> StandInT:
        if value is ABSENT:
            self.problem("missing_key", key)
        else:
            self.problem("wrong_kind", key, wanted=wanted)
        return stand_in

    def _bounds(self, number: Fraction, key: str, least: int | None, most: int | None) -> None:
        if least is not None and number < least:
            self.problem("too_small", key, value=exact_text(number), least=least)
        if most is not None and number > most:
            self.problem("too_large", key, value=exact_text(number), most=most)


def named_once(names: Iterable[tuple[Table, str]], key: str) -> None:
    """A problem at each table whose name came before."""
    seen: set[str] = set()
    for table, name in names:
        if name and name in seen:
            table.problem("named_twice", key, value=name)
        seen.add(name)


def period_or_none(table: Table, key: str) -> Period | None:
    """A payment period (`start`, `end`): any 28 days, half-open, from a Monday. Absent: None."""
    if not table.has(key):
        return None
    inner = table.table(key)
    period = Period(inner.day("start"), inner.day("end"))
    if period.start.weekday() != MONDAY:
        inner.problem("not_a_monday", "start", day=period.start)
    if period.days != PERIOD_DAYS:
        inner.problem("not_a_whole_period", "end", days=period.days, wanted=PERIOD_DAYS)
    inner.close()
    return period


def _is_day(value: object) -> TypeGuard[date]:
    return type(value) is date


def _exact(value: object) -> Fraction | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        return None
    if isinstance(value, Decimal) and not _can_be_written(value):
        return None
    if isinstance(value, int) and abs(value) >= TEN**MOST_DIGITS:
        return None
    return Fraction(value)


def _can_be_written(value: Decimal) -> bool:
    if not value.is_finite():
        return False
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -MOST_PLACES and value.adjusted() < MOST_DIGITS
