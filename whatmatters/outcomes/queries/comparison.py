"""Two versions side by side, as they are shown."""

from dataclasses import dataclass
from datetime import date

from whatmatters.outcomes.queries.version_views import LineFacts, PlanOutcomeFacts, VersionContent


@dataclass(frozen=True, slots=True)
class Changed:
    """A day that is not the same in both."""

    field: str
    before: date
    after: date


@dataclass(frozen=True, slots=True)
class LinePair:
    """A line of each version side by side; None where it was added or left out."""

    before: LineFacts | None
    after: LineFacts | None
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutcomePair:
    """An outcome as each version holds it; None where it was added or left out."""

    before: PlanOutcomeFacts | None
    after: PlanOutcomeFacts | None


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """Two versions of one plan side by side."""

    before: VersionContent
    after: VersionContent
    days: tuple[Changed, ...]
    lines: tuple[LinePair, ...]
    outcomes: tuple[OutcomePair, ...]
