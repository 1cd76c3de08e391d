"""Who lives through what: decided once from the seed, before the first day."""

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from typing import Any


class Path(StrEnum):
    """How somebody comes to support."""

    ORDINARY = "ordinary"
    URGENT = "urgent"
    LEGACY = "legacy"


@dataclass(frozen=True, slots=True)
class PersonPlot:
    """What one person will live through. `arrives` is a day number, from 0."""

    number: int
    path: Path
    arrives: int
    traits: frozenset[str]

    def has(self, trait: str) -> bool:
        """Whether one share of `shares.toml` fell to this person."""
        return trait in self.traits


def shares() -> Mapping[str, Any]:
    """`shares.toml` as it is written."""
    return tomllib.loads(resources.files(__package__).joinpath("shares.toml").read_text("utf-8"))


def plots(*, people: int, days: int, seed: int) -> tuple[PersonPlot, ...]:
    """One plot for each person, numbered from 1; the same for the same seed, people and days."""
    rng = random.Random(f"plot:{seed}")
    told = shares()
    numbers = list(range(1, people + 1))
    paths = _paths(rng, numbers, told)
    arrivals = _arrivals(rng, paths, int(days * told["last_arrival"]))
    pools = _pools(paths, arrivals, told["early_days"])
    traits = _traits(rng, pools, told["traits"])
    return tuple(PersonPlot(n, paths[n], arrivals[n], frozenset(traits[n])) for n in numbers)


def _paths(rng: random.Random, numbers: Sequence[int], told: Mapping[str, Any]) -> dict[int, Path]:
    legacy = fall(rng, numbers, told["legacy"])
    urgent = fall(rng, [n for n in numbers if n not in legacy], told["urgent"])
    found = dict.fromkeys(numbers, Path.ORDINARY)
    found |= dict.fromkeys(legacy, Path.LEGACY)
    return found | dict.fromkeys(urgent, Path.URGENT)


def _arrivals(rng: random.Random, paths: Mapping[int, Path], last: int) -> dict[int, int]:
    """Packages are there on the first day; the others come over time, more of them early."""
    return {
        n: 0 if path == Path.LEGACY else int(max(1, last) * rng.random() ** 1.6)
        for n, path in sorted(paths.items())
    }


def _pools(
    paths: Mapping[int, Path], arrivals: Mapping[int, int], early_days: int
) -> dict[str, list[int]]:
    new = [n for n, path in paths.items() if path != Path.LEGACY]
    return {
        "all": list(paths),
        "new": new,
        "early": [n for n in new if arrivals[n] <= early_days] or new,
        "legacy": [n for n, path in paths.items() if path == Path.LEGACY],
        "urgent": [n for n, path in paths.items() if path == Path.URGENT],
    }


def _traits(
    rng: random.Random, pools: Mapping[str, list[int]], told: Mapping[str, Mapping[str, Any]]
) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {n: set() for n in pools["all"]}
    for trait, how in told.items():
        pool = how["pool"]
        among = pools[pool] if pool in pools else [n for n in found if pool in found[n]]
        for number in fall(rng, among, how["share"]):
            found[number].add(trait)
    return found


def fall(rng: random.Random, numbers: Sequence[int], share: float) -> list[int]:
    """Exactly the rounded share of them, drawn without order."""
    return rng.sample(sorted(numbers), round(len(numbers) * share))
