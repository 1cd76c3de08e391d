"""What a version says, as it is shown."""

from dataclasses import dataclass

from whatmatters.outcomes.queries.outcome_views import OutcomeFacts
from whatmatters.outcomes.queries.plans import VersionFacts
from whatmatters.rules.plans import PlannedLine, PlannedOutcome


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A line with its id, its place from 1, and its cost (whole pence, 0 where nobody pays).

    `as_block`: the hours that it plans are paid with the whole patch, and cost nothing here.
    """

    id: int
    position: int
    line: PlannedLine
    pence: int
    as_block: bool = False


@dataclass(frozen=True, slots=True)
class PlanOutcomeFacts:
    """An outcome as the version holds it."""

    planned: PlannedOutcome
    outcome: OutcomeFacts


@dataclass(frozen=True, slots=True)
class VersionContent:
    """A version, its lines in order, and its outcomes."""

    facts: VersionFacts
    lines: tuple[LineFacts, ...]
    outcomes: tuple[PlanOutcomeFacts, ...]
