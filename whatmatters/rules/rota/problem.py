"""A day to plan: visits with windows and promises, and the shifts that could keep them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Harm(StrEnum):
    """What a missed visit would do, the worst first."""

    CRITICAL = "critical"
    PALLIATIVE = "palliative"
    PERSONAL = "personal"
    DOMESTIC = "domestic"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is visited.

    `barred` workers never come; `preferred` are those she chose or knows; `delegated` names, for a
    skill, the only workers to whom a nurse has delegated it for her.
    """

    id: str
    place: str
    preferred: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()
    delegated: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Promise:
    """What was told to the person: about when, and who comes ("" where nobody was named)."""

    start: float
    worker: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit. `needs` holds the skills of each worker who must be there, one set a worker.

    It may start from `earliest` (nobody starts before) to `latest` (`tolerance` minutes more where
    it is critical). `minutes` is its usual length, `long_minutes` one that four of five stay under.
    """

    id: str
    person: str
    earliest: float
    latest: float
    minutes: float
    needs: tuple[frozenset[str], ...] = (frozenset(),)
    harm: Harm = Harm.PERSONAL
    tolerance: float = 0
    long_minutes: float = 0
    promised: Promise | None = None
    optional: bool = False

    @property
    def limit(self) -> float:
        """The last start that is not late."""
        return self.latest + (self.tolerance if self.harm is Harm.CRITICAL else 0)

    @property
    def planned(self) -> float:
        """Minutes kept for it: a palliative visit may take its time."""
        roomy = self.harm is Harm.PALLIATIVE and self.long_minutes > self.minutes
        return self.long_minutes if roomy else self.minutes


@dataclass(frozen=True, slots=True)
class Link:
    """`then` starts from `least` to `most` minutes after `first` starts (None: no limit).

    `apart`: two different workers, as where one person is visited by two.
    """

    first: str
    then: str
    least: float | None = None
    most: float | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody of the team, and what she can do."""

    id: str
    skills: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shift:
    """A worker at work: from a place to a place, by a mode of travel, from `starts` to `ends`.

    `most_overtime` is None where the end is no limit at all (public benchmark sets).
    """

    id: str
    worker: str
    mode: str
    starts: float
    ends: float
    begins_at: str
    ends_at: str
    most_overtime: float | None = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """A day. `travel[mode][i][j]` is the minutes from places[i] to places[j]."""

    day: date
    places: tuple[str, ...]
    travel: Mapping[str, tuple[tuple[float, ...], ...]]
    people: Mapping[str, Person]
    workers: Mapping[str, Worker]
    shifts: Mapping[str, Shift]
    visits: Mapping[str, Visit]
    links: tuple[Link, ...] = ()
    reserve_share: float = 0

    def can(self, worker: str, visit: Visit, part: int) -> bool:
        """Whether a worker may be this part of a visit: skill, delegation, not barred."""
        person, has = self.people[visit.person], self.workers[worker].skills
        if worker in person.barred or not visit.needs[part] <= has:
            return False
        named = (person.delegated.get(skill) for skill in visit.needs[part])
        return all(only is None or worker in only for only in named)
