"""The end of a plan, judged by three: what is sealed, what a share means, when voices disagree."""

from collections.abc import Iterable, Mapping, Set
from datetime import date

from whatmatters.rules.outcomes import Party


def is_complete(asked: Set[int], answered: Set[int]) -> bool:
    """Whether one party has answered every outcome that is asked about."""
    return asked <= answered


def is_sealed(asked: Set[int], given: Mapping[Party, Set[int]], *, until: date, on: date) -> bool:
    """Whether nobody may see an answer yet (R-WI-09): one is missing, and the time is not up.

    `until` is the last day for answering. The order in which answers came decides nothing.
    """
    if on > until:
        return False
    return not all(is_complete(asked, given.get(party, frozenset())) for party in Party)


def escalation(days_over: int, steps: Iterable[int]) -> int:
    """How many of the steps (in days past the due day) an overdue review has reached; 0 = none."""
    return sum(1 for step in steps if days_over >= step)
