"""Why a penalty is not contested, or a contest not decided."""

from whatmatters.rules.refusals import Refusal


class FindingNotFound(Refusal):
    """No such finding in this council, or not of this provider."""

    code = "finding_not_found"


class JudgementNotFound(Refusal):
    """No such judgement, or none in which she was dissatisfied, for this provider."""

    code = "judgement_not_found"


class NoPenaltyToContest(Refusal):
    """The finding brings no penalty."""

    code = "no_penalty_to_contest"


class ContestAlreadyMade(Refusal):
    """A penalty is contested once."""

    code = "contest_already_made"


class ContestNotFound(Refusal):
    """No such contest in this council."""

    code = "contest_not_found"


class ContestAlreadyDecided(Refusal):
    """A contest is decided once."""

    code = "contest_already_decided"


class DecidedByFinder(Refusal):
    """Whoever made the finding does not decide the contest of its penalty."""

    code = "contest_decided_by_finder"


class NotADecision(Refusal):
    """A contest ends upheld or withdrawn."""

    code = "not_a_decision"
