"""The register of figures: what each counts, over which days, what it is for, where it exists.

A figure has one query. It exists at some of five depths, is moved by some facts and by nothing
else, and opens to the cases behind it for those who may do `needs` with the person.
"""

from dataclasses import dataclass
from enum import StrEnum

from whatmatters.rules.permissions import Action


class MeasureClass(StrEnum):
    """What a measure is for (R-VM-01): dashboards lead with leading ones."""

    LEADING = "leading"
    PLANNING = "planning"
    LAGGING = "lagging"


class Span(StrEnum):
    """Whether a measure is of a stretch of weeks or as things stand on a day."""

    WEEKS = "weeks"
    DAY = "day"


class Depth(StrEnum):
    """Whose figures: of all, of one provider, of one team, of one worker, of one person."""

    DEPARTMENT = "department"
    PROVIDER = "provider"
    TEAM = "team"
    WORKER = "worker"
    CASE = "case"


class Shape(StrEnum):
    """How a figure is told: a share, days, a table of voices, parts of a sum, wards, a ratio."""

    SHARE = "share"
    DAYS = "days"
    VOICES = "voices"
    PARTS = "parts"
    WARDS = "wards"
    RATIO = "ratio"


class Fact(StrEnum):
    """What happens and may move a figure. A day that passes is none of them."""

    PLAN_AGREED = "plan_agreed"
    SAID_OFF_TRACK = "said_off_track"
    OUTCOME_LET_GO = "outcome_let_go"
    JUDGED_OUTCOME_LET_GO = "judged_outcome_let_go"
    REVIEW_CONCLUDED = "review_concluded"
    CONTROL_SAID = "control_said"
    PLAN_ENDED_EARLY = "plan_ended_early"
    SUPPORT_STARTED = "support_started"
    PROVIDER_DECLINED = "provider_declined"
    GAP_NOTED = "gap_noted"
    RUN_RELEASED = "run_released"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. `words` names its words; numerator and denominator say what is counted.

    `minimum`: the least denominator, and the least number of people, that may be shown (R-XR-03).
    `query` is the dotted name of its one query; `requirement` where it is asked for.
    """

    key: str
    words: str
    numerator: str
    denominator: str
    span: Span
    kind: MeasureClass
    shape: Shape
    unit: str
    query: str
    depths: frozenset[Depth]
    moved_by: frozenset[Fact]
    needs: Action
    minimum: int
    purpose: str
    owner: str
    requirement: str
