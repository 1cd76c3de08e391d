"""Questions about switches and transition plans."""

from whatmatters.switching.queries.cohort import cohort
from whatmatters.switching.queries.facts import SwitchFacts, TransitionFacts, WordFacts
from whatmatters.switching.queries.register import switches, transitions, versions
from whatmatters.switching.queries.standing import Placed, placed

__all__ = [
    "Placed",
    "SwitchFacts",
    "TransitionFacts",
    "WordFacts",
    "cohort",
    "placed",
    "switches",
    "transitions",
    "versions",
]
