"""The clock of a short-term episode, its instruments, and how a cohort of episodes ended."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.money import share_out
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.periods import DAYS_IN_A_WEEK, ONE_DAY

# What is known of an end by why everything ended: the rest is told by who was there.
STATE_OF: Mapping[EndReason, EndState] = {
    EndReason.DIED: EndState.DIED,
    EndReason.MOVED: EndState.OTHER,
    EndReason.NO_LONGER_NEEDED: EndState.UNKNOWN,
}
HUNDRED = 100


class ReadingKind(StrEnum):
    """When an instrument was read: as it began, or once it was over."""

    BASELINE = "baseline"
    FOLLOW_UP = "follow_up"


class Stands(StrEnum):
    """Where an episode stands on a day; WAITS: its days are over, and nobody told how it ended."""

    TO_BEGIN = "to_begin"
    RUNS = "runs"
    WAITS = "waits"
    OVER = "over"
    NEVER_BEGAN = "never_began"


@dataclass(frozen=True, slots=True)
class Instrument:
    """What is read at baseline and at follow-up: whole scores from `least` to `most`."""

    code: str
    version: str
    name: str
    name_cy: str
    least: int
    most: int
    starts: date

    @property
    def key(self) -> str:
        """Code and version as one text."""
        return f"{self.code}/{self.version}"


def last_day(starts: date, weeks: int, extensions: int) -> date:
    """The last day of the clock.

    >>> last_day(date(2026, 4, 6), 3, 1)
    datetime.date(2026, 5, 3)
    """
    return starts + timedelta(days=(weeks + extensions) * DAYS_IN_A_WEEK) - ONE_DAY


def stands(starts: date, last: date, over_on: date | None, on: date) -> Stands:
    """Where it stands: `last` of its clock, `over_on` its last day where an end was told."""
    if over_on is not None:
        return Stands.OVER if over_on >= starts else Stands.NEVER_BEGAN
    if on < starts:
        return Stands.TO_BEGIN
    return Stands.RUNS if on <= last else Stands.WAITS


def state_at_close(reason: EndReason, on: date, last: date) -> EndState:
    """What is known of an episode that nobody ended before everything was closed on a day.

    Once its clock has run out, what happened later says nothing of how it ended.
    """
    return STATE_OF.get(reason, EndState.UNKNOWN) if on <= last else EndState.UNKNOWN


@dataclass(frozen=True, slots=True)
class Cohort:
    """Episodes by how they ended, and those of which it is still to be told.

    `percents` are whole and add to 100 wherever an episode is over.
    """

    counts: Mapping[EndState, int]
    percents: Mapping[EndState, int]
    waiting: int
    running: int

    @property
    def over(self) -> int:
        """How many were told to be over."""
        return sum(self.counts.values())

    @property
    def begun(self) -> int:
        """Everyone that began."""
        return self.over + self.waiting + self.running


def cohort(told: Iterable[tuple[Stands, EndState | None]]) -> Cohort:
    """Count episodes by state; those that never began or are to begin are not of the cohort."""
    rows = list(told)
    ended = [state for stand, state in rows if stand is Stands.OVER]
    counts = {state: ended.count(state) for state in EndState}
    shares = [Fraction(counts[state], len(ended)) if ended else Fraction(0) for state in EndState]
    parts = share_out(HUNDRED, shares) if ended else (0,) * len(shares)
    return Cohort(
        counts,
        dict(zip(EndState, parts, strict=True)),
        waiting=sum(stand is Stands.WAITS for stand, _ in rows),
        running=sum(stand is Stands.RUNS for stand, _ in rows),
    )
