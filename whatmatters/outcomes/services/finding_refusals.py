"""Why a finding is refused."""

from whatmatters.rules.refusals import Refusal


class JudgementSealed(Refusal):
    """Nobody finds before the answers may be read: JudgementSealed(until=)."""

    code = "judgement_sealed"


class FindingNeedsShare(Refusal):
    """No share from 0 to 10 tenths, and no answer of the person to take it from: (outcome_id=)."""

    code = "finding_needs_share"


class FindingNeedsCause(Refusal):
    """Not wholly achieved, and no cause named: FindingNeedsCause(outcome_id=)."""

    code = "finding_needs_cause"


class FindingNeedsReason(Refusal):
    """It differs from the person's answer without a reason that all can read: (outcome_id=)."""

    code = "finding_needs_reason"


class AlreadyFound(Refusal):
    """A finding is made once: AlreadyFound(judgement_id=)."""

    code = "already_found"
