"""A plan: for each shift, which part of which visit starts when, in order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stop:
    """One worker at one visit. `part` is her place in the visit's `needs`, from 0."""

    visit: str
    start: float
    part: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """`routes[shift]` in the order of the day. A shift without a stop may be left out."""

    routes: Mapping[str, tuple[Stop, ...]]

    def stops(self) -> Iterator[tuple[str, Stop]]:
        """Every stop with its shift."""
        for shift, route in self.routes.items():
            for stop in route:
                yield shift, stop


@dataclass(frozen=True, slots=True)
class Broken:
    """A hard rule that a plan breaks. `code` is a message id, `params` fill it in."""

    code: str
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier of what a plan costs: how many, how many minutes, and which visits or shifts."""

    code: str
    count: int
    minutes: float = 0
    which: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checker says: hard rules broken, then the tiers, the worst first, then figures.

    `figures` are told and never added up: minutes of free time, the longest free block and so on.
    """

    broken: tuple[Broken, ...]
    tiers: tuple[Tier, ...]
    figures: Mapping[str, float]

    @property
    def legal(self) -> bool:
        """Whether no hard rule is broken."""
        return not self.broken
