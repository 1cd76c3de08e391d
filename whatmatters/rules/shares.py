"""The share of an outcome that was achieved, in tenths: what an answer means."""

from collections.abc import Iterable

from whatmatters.rules.lifecycles import OutcomeState
from whatmatters.rules.outcomes import Achievement
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
