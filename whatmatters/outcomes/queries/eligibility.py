"""Decisions about eligibility."""

from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.outcomes.models import EligibilityDecision


@dataclass(frozen=True, slots=True)
class EligibilityFacts:
    """A decision under one rule ("wales:2016-04-06"); `met`: the letters that count."""

    id: int
    person_id: int
    on: date
    rule: str
    met: tuple[str, ...]
    eligible: bool
    reason: str
    by_id: int
    at: datetime


def eligibility_of(person_id: int, *, council_id: int) -> tuple[EligibilityFacts, ...]:
    """Every decision about a person, the newest first."""
    rows = EligibilityDecision.objects.of(council_id).filter(person_id=person_id)
    return tuple(
        EligibilityFacts(
            row.pk,
            row.person_id,
            row.on,
            row.rule,
            tuple(row.met),
            row.eligible,
            row.reason,
            row.by_id,
            row.at,
        )
        for row in rows.order_by("-on", "-id")
    )
