"""Whose words may go on a day, by which rule; who is held; whose went."""

from whatmatters.retention.queries.blanked import blanked_on
from whatmatters.retention.queries.due import Due, Schedule, due
from whatmatters.retention.queries.holds import HoldFacts, held_people, holds

__all__ = [
    "Due",
    "HoldFacts",
    "Schedule",
    "blanked_on",
    "due",
    "held_people",
    "holds",
]
