"""Why a judgement is not opened."""

from whatmatters.rules.refusals import Refusal


class JudgementTooEarly(Refusal):
    """A plan is judged at its review or its end, not before: JudgementTooEarly(earliest=, on=)."""

    code = "judgement_too_early"


class JudgementAlreadyOpen(Refusal):
    """A version is judged once: JudgementAlreadyOpen(version_ids=)."""

    code = "judgement_already_open"


class TimeToAnswerTooShort(Refusal):
    """The last day for answers lies before the first: TimeToAnswerTooShort(on=, until=)."""

    code = "time_to_answer_too_short"
