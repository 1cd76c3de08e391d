"""When somebody can work and which shifts a week needs, as values; what was told anew holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

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
    contract; no `most`: as the law allows. On days of `rather_not` she would rather not work."""

    starts: date
    least: int
    most: int | None
    hours: tuple[Hours, ...]
    rather_not: frozenset[int] = frozenset()


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
    """Days of leave that stand from a day on, as spells from a first to a last."""
    last = max((one.last for one in told), default=first - timedelta(days=1))
    spells: list[tuple[date, date]] = []
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        if not away_on(told, day):
            continue
        if spells and spells[-1][1] == day - timedelta(days=1):
            spells[-1] = (spells[-1][0], day)
        else:
            spells.append((day, day))
    return spells


def needed_on(told: Iterable[Needed], day: date) -> list[Needed]:
    """Shifts that are needed on a day, the earliest first, of what was told, the oldest first."""
    held: dict[int, Needed] = {}
    for one in told:
        if one.holds_from <= day:
            held[one.number] = one
    found = [one for one in held.values() if one.workers and day.weekday() in one.days]
    return sorted(found, key=lambda one: (one.starts, one.ends, one.number))
