"""What is due for one person."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DueKind(StrEnum):
    """What is due, the most pressing first."""

    REVIEW_LATE = "review_late"
    EXCEPTION = "exception"
    ANSWER_PLAN = "answer_plan"
    ANSWER_JUDGEMENT = "answer_judgement"
    UNCHANGED = "unchanged"
    PACKAGE_UNCHANGED = "package_unchanged"
    JUDGEMENT_OPEN = "judgement_open"
    ENDS_SOON = "ends_soon"


@dataclass(frozen=True, slots=True)
class DueFacts:
    """One thing that is due: since or until which day, on which version (0: on none)."""

    person_id: int
    version_id: int
    judgement_id: int | None
    kind: DueKind
    on: date
