"""Questions about charging: what holds on a day, what was charged, and her statement."""

from whatmatters.charging.queries.charged import charged
from whatmatters.charging.queries.statement import ChargeStatement, LineTold, statement
from whatmatters.charging.queries.versions import (
    ArrangementHeld,
    AssessmentHeld,
    arrangements,
    assessments,
    held_on,
)

__all__ = [
    "ArrangementHeld",
    "AssessmentHeld",
    "ChargeStatement",
    "LineTold",
    "arrangements",
    "assessments",
    "charged",
    "held_on",
    "statement",
]
