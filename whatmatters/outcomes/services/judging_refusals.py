"""Why an answer to a judgement is refused."""

from whatmatters.rules.refusals import Refusal


class JudgementNotOpen(Refusal):
    """The judgement is concluded, or its plan has ended otherwise: JudgementNotOpen(...)."""

    code = "judgement_not_open"


class TimeToAnswerIsUp(Refusal):
    """The seal is broken; an answer now would be given with the others in sight: (until=)."""

    code = "time_to_answer_is_up"


class OutcomeNotJudged(Refusal):
    """Not an outcome of this plan, or the person has let it go: OutcomeNotJudged(outcome_id=)."""

    code = "outcome_not_judged"


class AnswerAlreadyGiven(Refusal):
    """An answer is given once and changed by nobody: AnswerAlreadyGiven(party=)."""

    code = "already_answered"
