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


class PaidAsBlock(Refusal):
    """What a week of a plan that is paid as a block cost by itself is not known: (week=).

    So no charge can be worked from its price or value, nor be held under what it cost.
    """

    code = "paid_as_block"


class WeekNotOver(Refusal):
    """A week is charged after its Sunday: WeekNotOver(week=)."""

    code = "week_not_over"


class ChargedMeanwhile(Refusal):
    """Somebody else charged the same week at the same moment."""

    code = "charged_meanwhile"
