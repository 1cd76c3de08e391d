"""Whether needs are eligible under a nation's rule, which is data with dates (R-EL-01)."""

from collections.abc import Collection, Set

from whatmatters.rules.refusals import Refusal


class UnknownEligibilityOutcome(Refusal):
    """The nation's rule has no such outcome: UnknownEligibilityOutcome(ref=)."""

    code = "unknown_eligibility_outcome"


def eligible(unmet: Set[str], *, known: Collection[str], needed: int) -> bool:
    """Whether enough of the rule's outcomes cannot be achieved without help.

    `unmet` and `known` are the rule's own letters. Raises UnknownEligibilityOutcome.
    """
    for ref in sorted(unmet - set(known)):
        raise UnknownEligibilityOutcome(ref=ref)
    return len(unmet) >= needed
