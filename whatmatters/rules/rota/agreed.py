"""A delivery plan as values: the visits that a person and a provider agreed, and what must hold.

It is the promise between them. It is in no assessment and has no price: pay never reads it.
"""

from dataclasses import dataclass
from enum import StrEnum

from whatmatters.rules.rota.problem import Harm

EVERY_DAY = frozenset(range(7))  # Monday is 0, as `date.weekday` counts


class Skill(StrEnum):
    """What whoever comes must be able to do. A task that a nurse delegates is not among them."""

    MOVING = "moving"
    MEDICINES = "medicines"
    WELSH = "welsh"


class QuietFor(StrEnum):
    """Why nobody is to come at a time (R-GW-05): contact times that matter."""

    WORSHIP = "worship"
    SCHOOL_RUN = "school_run"
    WORK = "work"
    REST = "rest"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AgreedVisit:
    """One visit. Times are minutes of a clock since midnight, lengths are minutes.

    `number` names it in its plan. It starts from `earliest` to `latest`, usually takes `minutes`,
    and four times of five less than `long_minutes`. A critical one bears `tolerance` minutes more.
    A split visit starts `least` to `most` minutes after its first part, which `follows` names.
    """

    number: int
    days: frozenset[int]
    earliest: int
    latest: int
    minutes: int
    long_minutes: int
    what: str
    workers: int = 1
    skills: frozenset[Skill] = frozenset()
    harm: Harm = Harm.PERSONAL
    tolerance: int = 0
    follows: int | None = None
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class QuietTime:
    """From `starts` to `ends`, in minutes since midnight, nobody is there on these days."""

    number: int
    kind: QuietFor
    days: frozenset[int]
    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class AgreedLimits:
    """How much one plan may hold; from `policy.rota`."""

    longest_visit: int
    most_visits: int
    most_tolerance: int
    most_linked: int


def windows_on(
    visit: AgreedVisit, quiet: tuple[QuietTime, ...], weekday: int
) -> tuple[tuple[int, int], ...]:
    """When the visit may start on a weekday: its window less what would touch a quiet time."""
    left = [(visit.earliest, visit.latest)]
    for time in quiet:
        if weekday in time.days:
            left = [piece for one in left for piece in _less(one, time, visit.long_minutes)]
    return tuple(left)


def _less(window: tuple[int, int], quiet: QuietTime, minutes: int) -> list[tuple[int, int]]:
    """A window without the starts by which a visit of so many minutes would touch the time."""
    first, last = window
    before = (first, min(last, quiet.starts - minutes))
    after = (max(first, quiet.ends), last)
    found = [piece for piece in (before, after) if piece[0] <= piece[1]]
    return [window] if window in found else found
