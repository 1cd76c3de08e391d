"""What people asked for."""

from dataclasses import dataclass
from datetime import date

from whatmatters.outcomes.models import Demand
from whatmatters.rules.outcomes import DemandKind
from whatmatters.rules.people import Language


@dataclass(frozen=True, slots=True)
class DemandFacts:
    """What was asked for, in their own words."""

    id: int
    person_id: int | None
    on: date
    words: str
    language: Language
    kind: DemandKind


def demand_log(council_id: int, first: date, last: date) -> tuple[DemandFacts, ...]:
    """What people asked for between two days (both included), the newest first."""
    rows = Demand.objects.of(council_id).filter(on__range=(first, last)).order_by("-on", "-id")
    return tuple(
        DemandFacts(
            row.pk, row.person_id, row.on, row.words, Language(row.language), DemandKind(row.kind)
        )
        for row in rows
    )
