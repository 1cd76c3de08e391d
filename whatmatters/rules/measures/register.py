"""The register of measures: what each figure counts, over which days, and what it is for."""

from dataclasses import dataclass
from enum import StrEnum


class MeasureClass(StrEnum):
    """What a measure is for (R-VM-01): dashboards lead with leading ones."""

    LEADING = "leading"
    LAGGING = "lagging"
    PLANNING = "planning"


class Span(StrEnum):
    """Whether a measure is of a stretch of weeks or as things stand on a day."""

    WEEKS = "weeks"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. `words` names its words; numerator and denominator say what is counted.

    `minimum`: the least denominator that may be shown (R-XR-03).
    """

    key: str
    words: str
    numerator: str
    denominator: str
    span: Span
    kind: MeasureClass
    minimum: int
    purpose: str
    owner: str
