"""What a support plan may say, before anybody agrees to it (R-WI-04..06, R-MO-04)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from whatmatters.rules.outcomes import Band, Deliverer


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """Who does what. Band with hours, or a cost in pence, or neither where nobody is paid.

    `funded_by`: it is paid for already, so that it costs 0 and is not paid twice. `serves`: ids
    of outcomes. `limit`: what whoever does it has said they cannot do.
    """

    what: str
    deliverer: Deliverer
    deliverer_name: str = ""
    limit: str = ""
    band: Band | None = None
    hours: Decimal | None = None
    cost: int | None = None
    funded_by: str = ""
    critical: bool = False
    tolerance_minutes: int | None = None
    serves: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedOutcome:
    """An outcome in a plan; a weight only where it is payable."""

    outcome_id: int
    payable: bool = False
    weight: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PlanContent:
    """All that a version says. `ends` is its last day; `review_on` is never worked out."""

    starts: date
    ends: date
    review_on: date
    lines: tuple[PlannedLine, ...] = ()
    outcomes: tuple[PlannedOutcome, ...] = ()
