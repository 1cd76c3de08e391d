"""The end of a plan, judged by three: what is sealed, what a share means, when voices disagree."""

from collections.abc import Iterable, Mapping, Set
from datetime import date

from whatmatters.rules.lifecycles import OutcomeState
from whatmatters.rules.outcomes import Achievement, Party
from whatmatters.rules.refusals import Refusal

WHOLE = 10


class ShareDoesNotMatch(Refusal):
    """A share in tenths belongs to "partly" alone, and lies within 1 to 9."""

    code = "share_does_not_match"


def tenths_of(achieved: Achievement, partly: int | None) -> int | None:
    """The share in tenths that an answer means; None where nobody answered.

    `partly` is given for PARTLY alone (1 to 9); otherwise ShareDoesNotMatch(achieved=, tenths=).
    """
    fixed = {Achievement.ACHIEVED: WHOLE, Achievement.NOT_ACHIEVED: 0, Achievement.NO_ANSWER: None}
    if achieved is Achievement.PARTLY:
        if partly is not None and 0 < partly < WHOLE:
            return partly
    elif partly is None or partly == fixed[achieved]:
        return fixed[achieved]
    raise ShareDoesNotMatch(achieved=str(achieved), tenths=partly)


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


def differs(found: int, persons_own: int | None) -> bool:
    """Whether a finding differs from the person's answer; no answer cannot be differed from."""
    return persons_own is not None and found != persons_own


def disagree(shares: Iterable[int | None]) -> bool:
    """Whether those who answered said different shares; "no answer" counts neither way."""
    return len({share for share in shares if share is not None}) > 1


def state_after(tenths: int) -> OutcomeState:
    """Where a judged outcome stands."""
    if tenths == WHOLE:
        return OutcomeState.ACHIEVED
    return OutcomeState.PARTLY if tenths else OutcomeState.NOT_ACHIEVED


def escalation(days_over: int, steps: Iterable[int]) -> int:
    """How many of the steps (in days past the due day) an overdue review has reached; 0 = none."""
    return sum(1 for step in steps if days_over >= step)
