"""An exception to be raised."""

from dataclasses import dataclass

from whatmatters.rules.outcomes import ExceptionReason
from whatmatters.rules.refusals import Refusal


class ExceptionAfterPlanEnd(Refusal):
    """The plan's last day has passed; its review says what happened: ExceptionAfterPlanEnd(...)."""

    code = "exception_after_plan_end"


class OutcomeNotInPlan(Refusal):
    """An exception names an outcome that the plan does not hold: OutcomeNotInPlan(outcome_id=)."""

    code = "outcome_not_in_plan"


@dataclass(frozen=True, slots=True)
class ExceptionGiven:
    """Why a plan cannot go on, and for which outcomes; none named means all of the plan's."""

    version_id: int
    reason: ExceptionReason
    words: str
    outcome_ids: tuple[int, ...] = ()
