"""The weeks to roster: turns that need workers, and the people of a team.

Times of turns are minutes that pass since the midnight with which the first day begins; spans are
minutes of the clock of a day. Paid minutes are those of a turn without its break.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RosterRules:
    """What a roster keeps to, all in minutes; from `policy.rota`."""

    rest: float
    long_turn: float
    least_break: float
    most_in_a_week: float


@dataclass(frozen=True, slots=True)
class Span:
    """Hours of some days of the week (0 is Monday), from and to a minute of the clock."""

    weekdays: frozenset[int]
    starts: float
    ends: float


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of work on a day. `needs` holds the skills of each worker wanted, `kinds` what is
    unpopular about it ("evening", "weekend") and is to be shared evenly.

    `clock` is its start and end on the clock, from the midnight of its day, against which
    availability is held: on the night the clocks change it is not what passes.
    """

    id: str
    day: date
    starts: float
    ends: float
    clock: tuple[float, float]
    break_minutes: float
    needs: tuple[frozenset[str], ...]
    kinds: frozenset[str]

    @property
    def paid(self) -> float:
        """Minutes that are paid."""
        return self.ends - self.starts - self.break_minutes


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the team. `least` and `most` are paid minutes of a week by contract.

    No span in `can`: any time. `keeps` are turns and parts that were promised to her. `before` is
    how many unpopular turns of each kind she had in the weeks before. `free_from` is when she has
    rested from her last turn before these weeks. `longer_weeks`: she agreed in writing.
    """

    id: str
    skills: frozenset[str]
    least: float
    most: float
    can: tuple[Span, ...]
    away: tuple[tuple[date, date], ...]
    rather_not: tuple[Span, ...]
    before: Mapping[str, int]
    free_from: float
    longer_weeks: bool
    keeps: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class RosterProblem:
    """`midnights` are the minute with which each day begins, and the one after the last."""

    first: date
    weeks: int
    midnights: tuple[float, ...]
    turns: Mapping[str, Turn]
    members: Mapping[str, Member]
    rules: RosterRules

    def week_of(self, turn: Turn) -> int:
        """Which week a turn belongs to, from 0: that of the day on which it begins."""
        return (turn.day - self.first).days * self.weeks // (len(self.midnights) - 1)

    def days_of(self, week: int) -> range:
        """The days of a week, by their number from 0."""
        each = (len(self.midnights) - 1) // self.weeks
        return range(week * each, (week + 1) * each)

    def touches(self, turn: Turn, day: int) -> bool:
        """Whether any of a turn lies on a day: one through the night lies on two."""
        return turn.starts < self.midnights[day + 1] and self.midnights[day] < turn.ends

    def parts(self) -> Iterator[tuple[Turn, int]]:
        """Every place of a worker on every turn."""
        for turn in self.turns.values():
            for part in range(len(turn.needs)):
                yield turn, part
