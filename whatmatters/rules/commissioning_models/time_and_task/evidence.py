"""Evidence of `time_and_task`: visits, planned and delivered."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from whatmatters.rules.commissioning import Problem, Rules
from whatmatters.rules.commissioning_models.time_and_task.terms import Agreement
from whatmatters.rules.periods import Period


@dataclass(frozen=True, slots=True)
class Visit:
    """Minutes planned and delivered. `cancelled_hours_before`: by the person or the council."""

    on: date
    planned: int
    delivered: int | None = None
    cancelled_hours_before: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Visits, and the period asked about, if one was."""

    visits: tuple[Visit, ...]
    period: Period | None = None


def check_evidence(
    agreement: Agreement, evidence: Evidence, _rules: Rules, /
) -> tuple[Problem, ...]:
    """A visit outside the agreement's days, or outside the period asked about."""
    return tuple(
        Problem("outside_the_agreement", f"evidence.visits[{i}].date", {"day": visit.on})
        for i, visit in enumerate(evidence.visits)
        if not agreement.holds(visit.on)
        or (evidence.period is not None and visit.on not in evidence.period)
    )
