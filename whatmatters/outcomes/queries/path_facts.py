"""The path from request to start, step by step."""

from dataclasses import dataclass
from datetime import date

from whatmatters.rules.outcomes import DeclineReason, WayInStep


@dataclass(frozen=True, slots=True)
class StepFacts:
    """One step; `days` since the step before (0 for the first)."""

    step: WayInStep
    on: date
    owner_id: int | None
    decline_reason: DeclineReason | None
    days: int


@dataclass(frozen=True, slots=True)
class PathFacts:
    """One request from its day to now; `days_to_start` is None until support starts."""

    referral_id: int
    person_id: int
    on: date
    steps: tuple[StepFacts, ...]
    hand_offs: int
    days_to_start: int | None
    now: WayInStep
