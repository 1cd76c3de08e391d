"""A team's week as values: who may work it, what stands already, what was worked before."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from whatmatters.rules.periods import DAYS_IN_A_WEEK
from whatmatters.rules.rota.agreed import Skill
from whatmatters.rules.rota.roster.told import Available, Leave, Needed, available_on, away_on


@dataclass(frozen=True, slots=True)
class Standing:
    """A shift that is written down: minutes of the clock. `ours`: for the team of the roster."""

    id: int
    worker_id: int
    on: date
    starts: int
    ends: int
    ours: bool


@dataclass(frozen=True, slots=True)
class WeekWorker:
    """Somebody with hours told. `days` are those of the week on which she works in the team."""

    id: int
    skills: frozenset[Skill]
    told: tuple[Available, ...]
    leave: tuple[Leave, ...]
    days: frozenset[date]

    def held_on(self, day: date) -> Available | None:
        """What she told that holds on a day; None also where she is away or not in the team."""
        if day not in self.days or away_on(self.leave, day):
            return None
        return available_on(self.told, day)


@dataclass(frozen=True, slots=True)
class Kinds:
    """What is unpopular: shifts that end after a minute of the clock, and days of the week."""

    evening_from: int
    weekend: frozenset[int]

    def of(self, day: date, ends: int) -> list[str]:
        """The kinds of a shift, in order."""
        found = ["evening"] if ends > self.evening_from else []
        return [*found, "weekend"] if day.weekday() in self.weekend else found


@dataclass(frozen=True, slots=True)
class TeamWeek:
    """All that a roster of one week is made from. `before` and `standing` are of all teams;
    `standing` has the week's own days and the one after; `skills` are everybody's who has one."""

    monday: date
    needed: tuple[Needed, ...]
    workers: tuple[WeekWorker, ...]
    standing: tuple[Standing, ...]
    before: tuple[Standing, ...]
    skills: Mapping[int, frozenset[Skill]]

    def days(self) -> list[date]:
        """The seven days."""
        return [self.monday + timedelta(days=n) for n in range(DAYS_IN_A_WEEK)]

    def without(self, worker_ids: Collection[int]) -> "TeamWeek":
        """The same without some of its workers; what stands for them stays."""
        left = tuple(one for one in self.workers if one.id not in worker_ids)
        return replace(self, workers=left)

    def places_left(self, needed: Needed, day: date) -> int:
        """Places of a needed shift on a day that no shift of the team fills already: one at the
        same times, of somebody who can do what it asks."""
        filled = [
            one
            for one in self.standing
            if one.ours
            and (one.on, one.starts, one.ends) == (day, needed.starts, needed.ends)
            and needed.skills <= self.skills.get(one.worker_id, frozenset())
        ]
        return max(0, needed.workers - len(filled))
