"""A plan that is due, a review that is overdue."""

from dataclasses import dataclass
from datetime import date

from whatmatters.rules.roles import Role


@dataclass(frozen=True, slots=True)
class PlanDue:
    """A plan in force whose last day is near."""

    version_id: int
    plan_id: int
    person_id: int
    provider_id: int
    starts: date
    ends: date
    review_on: date
    days_left: int


@dataclass(frozen=True, slots=True)
class OverdueReview:
    """A plan past its last day with no concluded review. `level` counts the steps reached."""

    version_id: int
    plan_id: int
    person_id: int
    provider_id: int
    ends: date
    review_on: date
    judgement_id: int | None
    days_over: int
    level: int
    told: tuple[Role, ...]
