"""Questions about shifts that are paid whole."""

from whatmatters.shifts.queries.evidence import ShiftFacts, newest, shifts_changed, shifts_seen
from whatmatters.shifts.queries.schemes import SchemeFacts, schemes

__all__ = [
    "SchemeFacts",
    "ShiftFacts",
    "newest",
    "schemes",
    "shifts_changed",
    "shifts_seen",
]
