"""What charging refuses."""

from whatmatters.rules.refusals import Refusal


class ChargingNotAllowed(Refusal):
    """None of the actor's roles may charge this person."""

    code = "not_allowed"


class NotFromAMonday(Refusal):
    """A version holds from a Monday: NotFromAMonday(starts=, before=, after=)."""

    code = "not_from_a_monday"


class BeforePayments(Refusal):
    """No week before the council's first payment period is ever paid: BeforePayments(first=)."""

    code = "before_payments"


class NoArrangement(Refusal):
    """Nobody has said how she is charged."""

    code = "no_arrangement"


class NoAssessment(Refusal):
    """No financial assessment holds in a week: NoAssessment(week=). Full cost is never assumed."""

    code = "no_assessment"


class WeekNotOver(Refusal):
    """A week is charged after its Sunday: WeekNotOver(week=)."""

    code = "week_not_over"


class ChargedMeanwhile(Refusal):
    """Somebody else charged the same week at the same moment."""

    code = "charged_meanwhile"
