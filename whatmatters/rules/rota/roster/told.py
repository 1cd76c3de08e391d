"""When somebody can work and which shifts a week needs, as values; what was told anew holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise

from whatmatters.rules.rota.agreed import Skill


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of one day of the week (0 is Monday): minutes of the clock."""

    day: int
    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class Available:
    """What a worker told, from a day on. `least` and `most` are paid minutes of a week by
    contract; no `most`: as the law allows. On days of `rather_not` she would rather not work.
    `by_id` told it, at a moment: two that say the same are the same, whoever told them."""

    starts: date
    least: int
    most: int | None
    hours: tuple[Hours, ...]
    rather_not: frozenset[int] = frozenset()
    by_id: int = field(default=0, compare=False)
    at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Leave:
    """Away from a day to a day, or, told anew, not away after all."""

    first: date
    last: date
    away: bool


@dataclass(frozen=True, slots=True)
class Needed:
    """One shift of a team's week from a day on, so many workers each with these skills."""

    number: int
    holds_from: date
    days: frozenset[int]
    starts: int
    ends: int
    break_minutes: int
    workers: int
    skills: frozenset[Skill] = frozenset()
    id: int = 0


def available_on(told: Iterable[Available], day: date) -> Available | None:
    """Of what was told, the oldest first, what holds on a day: the newest that has begun."""
    held = None
    for one in told:
        if one.starts <= day:
            held = one
    return held


def away_on(told: Iterable[Leave], day: date) -> bool:
    """Whether she is away on a day: the newest that names it counts."""
    away = False
    for one in told:
        if one.first <= day <= one.last:
            away = one.away
    return away


def leave_from(told: Sequence[Leave], first: date) -> list[tuple[date, date]]:
    """Days of leave that stand from a day on, as spells from a first to a last.

    Only the days on which what was told begins or is over are looked at: it may lie far ahead.
    """
    begins = {one.first.toordinal() for one in told} | {one.last.toordinal() + 1 for one in told}
    days = sorted({first.toordinal(), *(day for day in begins if day > first.toordinal())})
    spells: list[tuple[date, date]] = []
    for day, after in pairwise(days):
        on, last = date.fromordinal(day), date.fromordinal(after - 1)
        if not away_on(told, on):
            continue
        if spells and spells[-1][1].toordinal() == day - 1:
            spells[-1] = (spells[-1][0], last)
        else:
            spells.append((on, last))
    return spells


def needed_on(told: Iterable[Needed], day: date) -> list[Needed]:
    """Shifts that are needed on a day, the earliest first, of what was told, the oldest first."""
    held: dict[int, Needed] = {}
    for one in told:
        if one.holds_from <= day:
            held[one.number] = one
    found = [one for one in held.values() if one.workers and day.weekday() in one.days]
    return sorted(found, key=lambda one: (one.starts, one.ends, one.number))
