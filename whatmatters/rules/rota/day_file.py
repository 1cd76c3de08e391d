"""From what was agreed to a day's problem, in the format of `docs/rota-format.md`.

Pure: who may come, where somebody lives and what was told are given. Ids in the file are a letter
and the number of a row: v a visit, p a person, w a worker, s a shift.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from whatmatters.rules.rota.agreed import AgreedVisit, QuietTime, Skill, windows_on
from whatmatters.rules.rota.travel import MINUTES_IN_AN_HOUR, matrix_of

BASE = "base"
Point = tuple[float, float]


class Mode(StrEnum):
    """How a worker goes from one person to the next."""

    WALK = "walk"
    CYCLE = "cycle"
    DRIVE = "drive"


@dataclass(frozen=True, slots=True)
class Ways:
    """Numbers of travel, from `policy.rota`: each mode's as the format has them.

    `hidden_minutes` are added on each way to somebody whose address is hidden, and `told_within`
    is how far a start may be from what the person was told.
    """

    modes: Mapping[Mode, Mapping[str, float]]
    hidden_minutes: int
    told_within: int


@dataclass(frozen=True, slots=True)
class Told:
    """What a person was told of one visit of the day: its start, and who comes.

    `worker_id` None: nobody comes at that start after all, and the team will ring.
    """

    start: int
    worker_id: int | None

    @property
    def nobody(self) -> bool:
        """Whether somebody is still to be told who comes: there is no start to keep to."""
        return self.worker_id is None


@dataclass(frozen=True, slots=True)
class DayVisit:
    """One agreed visit with the number of its row, and what was told of it, if anything."""

    id: int
    agreed: AgreedVisit
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class DayPerson:
    """Somebody who is visited. `at` is None where nobody may learn where she lives."""

    id: int
    at: Point | None
    visits: tuple[DayVisit, ...]
    quiet: tuple[QuietTime, ...]
    chosen: tuple[int, ...]
    never: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DayShift:
    """Somebody at work on the day, in minutes of the clock, and what she can do."""

    id: int
    worker_id: int
    skills: frozenset[Skill]
    mode: Mode
    starts: int
    ends: int


def day_file(
    day: date,
    base: Point,
    people: Sequence[DayPerson],
    shifts: Sequence[DayShift],
    ways: Ways,
    *,
    begun: bool = False,
) -> dict[str, Any]:
    """The problem as an object. Who is hidden stands at the base: no way tells where she lives.

    What is borne when life happens is for the day itself, once it has `begun`: no plan begins by
    using it up.
    """
    workers = {shift.worker_id: shift.skills for shift in shifts}
    weekday = day.weekday()
    here = [one for one in people if any(weekday in v.agreed.days for v in one.visits)]
    return {
        "format": "whatmatters-rota/1",
        "day": day.isoformat(),
        "places": [{"id": BASE}, *({"id": f"p{person.id}"} for person in here)],
        "travel": {
            str(mode): {"minutes": _minutes(base, here, numbers, ways.hidden_minutes)}
            for mode, numbers in ways.modes.items()
        },
        "people": [_person(person, workers) for person in here],
        "workers": [{"id": f"w{pk}", "skills": sorted(skills)} for pk, skills in workers.items()],
        "shifts": [_shift(shift) for shift in shifts],
        "visits": [row for person in here for row in _visits(person, day, workers, ways, begun)],
        "links": [row for person in here for row in _links(person, day)],
    }


def _minutes(
    base: Point, people: Sequence[DayPerson], mode: Mapping[str, float], hidden: int
) -> list[list[int]]:
    """Whole minutes between all places, at least one, so that no way is longer than its parts."""
    places = [{"id": BASE, "at": base}]
    places += [{"id": f"p{person.id}", "at": person.at or base} for person in people]
    more = [0, *(0 if person.at else hidden for person in people)]
    crow = matrix_of(mode, places)
    return [
        [
            0 if i == j else max(1, math.ceil(minutes)) + more[i] + more[j]
            for j, minutes in enumerate(row)
        ]
        for i, row in enumerate(crow)
    ]


def _person(person: DayPerson, workers: Iterable[int]) -> dict[str, Any]:
    here = set(workers)
    return {
        "id": f"p{person.id}",
        "place": f"p{person.id}",
        "preferred": [f"w{pk}" for pk in person.chosen if pk in here],
        "barred": [f"w{pk}" for pk in person.never if pk in here],
    }


def _shift(shift: DayShift) -> dict[str, Any]:
    return {
        "id": f"s{shift.id}",
        "worker": f"w{shift.worker_id}",
        "mode": str(shift.mode),
        "starts": _clock(shift.starts),
        "ends": _clock(shift.ends),
        "begins_at": BASE,
        "ends_at": BASE,
    }


def _visits(
    person: DayPerson, day: date, workers: Iterable[int], ways: Ways, begun: bool
) -> Iterator[dict[str, Any]]:
    here = set(workers)
    for visit in person.visits:
        agreed = visit.agreed
        if day.weekday() not in agreed.days:
            continue
        earliest, latest = window_of(visit, person.quiet, day, ways)
        row: dict[str, Any] = {
            "id": f"v{visit.id}",
            "person": f"p{person.id}",
            "earliest": _clock(earliest),
            "latest": _clock(latest),
            "minutes": agreed.minutes,
            "long_minutes": agreed.long_minutes,
            "needs": [sorted(agreed.skills)] * agreed.workers,
            "harm": str(agreed.harm),
            "tolerance": agreed.tolerance if begun else 0,
        }
        if visit.told is not None and not visit.told.nobody:
            named = visit.told.worker_id in here
            worker = {"worker": f"w{visit.told.worker_id}"} if named else {}
            row["promised"] = {"start": _clock(visit.told.start), **worker}
        yield row


def window_of(
    visit: DayVisit, quiet: tuple[QuietTime, ...], day: date, ways: Ways
) -> tuple[int, int]:
    """When it may start: as agreed, clear of quiet times, and near what was told."""
    ((earliest, latest),) = windows_on(visit.agreed, quiet, day.weekday())
    if visit.told is None or visit.told.nobody:
        return earliest, latest
    near = visit.told.start - ways.told_within, visit.told.start + ways.told_within
    return max(earliest, min(near[0], latest)), min(latest, max(near[1], earliest))


def _links(person: DayPerson, day: date) -> Iterator[dict[str, Any]]:
    ids = {visit.agreed.number: visit.id for visit in person.visits}
    for visit in person.visits:
        agreed = visit.agreed
        if agreed.follows is not None and day.weekday() in agreed.days:
            first = ids[agreed.follows]
            gap = {"least": agreed.least, "most": agreed.most}
            yield {"first": f"v{first}", "then": f"v{visit.id}", **gap}


def _clock(minutes: int) -> str:
    hours, left = divmod(minutes, MINUTES_IN_AN_HOUR)
    return f"{hours:02d}:{left:02d}"
