"""Numbers of the rota and the shape of its files: weights of the search, limits of a problem."""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from whatmatters.policy.queries import read_policy
from whatmatters.rules.rota.agreed import AgreedLimits
from whatmatters.rules.rota.day_file import Mode, Ways
from whatmatters.rules.rota.faults import Limits
from whatmatters.rules.rota.live_events import Allowed
from whatmatters.rules.rota.roster.problem import RosterRules
from whatmatters.rules.rota.roster.told_checks import ToldLimits
from whatmatters.rules.rota.roster.week_values import Kinds

NOT_WEIGHTS = frozenset({"starts", "source"})


@lru_cache
def rota_schema(name: str) -> Mapping[str, Any]:
    """The JSON Schema of a file of the rota: "problem" or "plan"."""
    file = files("whatmatters.policy").joinpath("schemas", f"rota_{name}.schema.json")
    return dict(json.loads(file.read_text("utf-8")))


@lru_cache
def rota_limits() -> Limits:
    """How much one problem may hold."""
    raw = read_policy("national", "rota")["limits"]
    return Limits(
        most_visits=raw["most_visits"],
        most_shifts=raw["most_shifts"],
        most_linked=raw["most_linked"],
        longest_minutes=raw["longest_shift_minutes"],
    )


@lru_cache
def rota_weights() -> Mapping[str, float]:
    """What the search weighs each thing at, in minutes of travel."""
    raw = read_policy("national", "rota")["weights"]
    return {key: float(value) for key, value in raw.items() if key not in NOT_WEIGHTS}


@lru_cache
def agreed_limits() -> AgreedLimits:
    """How much one delivery plan may hold."""
    raw = read_policy("national", "rota")["agreed"]
    # What is agreed is planned as one problem: no more hang together than a problem takes.
    return AgreedLimits(
        longest_visit=raw["longest_visit_minutes"],
        most_visits=raw["most_visits"],
        most_tolerance=raw["most_tolerance_minutes"],
        most_linked=rota_limits().most_linked,
    )


@lru_cache
def rota_ways() -> Ways:
    """How long ways take by each mode, and how near to what was told a start stays."""
    raw, day = (read_policy("national", "rota")[key] for key in ("ways", "day"))
    modes = {mode: {key: float(told) for key, told in raw[mode].items()} for mode in Mode}
    return Ways(modes, day["hidden_minutes"], day["told_within_minutes"])


def rota_moves() -> int:
    """How many moves the search of a team's day tries."""
    return int(read_policy("national", "rota")["day"]["moves"])


@lru_cache
def rota_allowed() -> Allowed:
    """How far promises reach when life happens."""
    raw = read_policy("national", "rota")["live"]
    return Allowed(raw["promise_minutes"], raw["again_minutes"], raw["urgent_minutes"])


def live_moves() -> int:
    """How many moves are tried when a day is planned anew because something happened."""
    return int(read_policy("national", "rota")["live"]["moves"])


def offer_minutes() -> int:
    """After how many minutes of its own day an offered plan cannot be accepted any more."""
    return int(read_policy("national", "rota")["live"]["offer_minutes"])


@lru_cache
def roster_rules() -> RosterRules:
    """What a roster keeps to: rest, breaks and the longest week."""
    raw = read_policy("national", "rota")["roster"]
    return RosterRules(
        rest=raw["rest_minutes"],
        long_turn=raw["long_turn_minutes"],
        least_break=raw["break_minutes"],
        most_in_a_week=raw["most_in_a_week_minutes"],
    )


def roster_effort() -> float:
    """How long a roster is searched, in the solver's own steps: about seconds of one core."""
    return float(read_policy("national", "rota")["roster_search"]["effort"])


@lru_cache
def told_limits() -> ToldLimits:
    """How much may be told of hours, leave and needed shifts."""
    raw = read_policy("national", "rota")["roster_told"]
    return ToldLimits(raw["longest_leave_days"], raw["most_workers"], raw["most_shifts"])


@lru_cache
def roster_kinds() -> Kinds:
    """What is unpopular and shared evenly."""
    raw = read_policy("national", "rota")["roster_kinds"]
    return Kinds(raw["evening_from_minutes"], frozenset(raw["weekend"]))


def weeks_before() -> int:
    """How many weeks before a roster count towards what is even."""
    return int(read_policy("national", "rota")["roster_kinds"]["weeks_before"])
