"""What payment is told of a judgement."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from whatmatters.outcomes.queries.findings import FindingFacts as FindingFacts
from whatmatters.outcomes.queries.findings import findings as findings
from whatmatters.rules.outcomes import Cause, Satisfaction


@dataclass(frozen=True, slots=True)
class JudgedOutcome:
    """One outcome as it was judged. `finding_id` may be None only where `retired`.

    `off_track_on` and `exception_on` are the first days inside the version's own days. An
    exception counts from being raised, whatever the council answered (R-WI-11); but one that was
    not accepted stops no clock that starts only after it, so that warning of everything on the
    first day is worth nothing.
    """

    outcome_id: int
    finding_id: int | None
    payable: bool
    weight: Decimal | None
    tenths: int
    cause: Cause | None
    off_track_on: date | None
    exception_on: date | None
    retired: bool


@dataclass(frozen=True, slots=True)
class JudgementFacts:
    """A concluded judgement: the day of its last finding, and the moment it was concluded."""

    judged_on: date
    concluded_at: datetime
    outcomes: tuple[JudgedOutcome, ...]
    judgement_id: int | None = None
    # What she had said of the support by then (R-WI-19); None where she was not asked or said no.
    satisfaction: Satisfaction | None = None
