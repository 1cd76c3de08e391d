"""What of a team's day is refused, each by its own name."""

from whatmatters.rules.refusals import Refusal


class DayNotAllowed(Refusal):
    """The day is its own team's, or its organisation's manager's."""

    code = "not_allowed"


class NotOnYourRound(Refusal):
    """The person is not on the actor's round of today, or is not any more."""

    code = "not_on_your_round"


class ShiftBackwards(Refusal):
    """A shift ends before it starts, or is longer than one may be: ShiftBackwards(field=)."""

    code = "shift_backwards"


class AtWorkAlready(Refusal):
    """The worker has another shift at this time: AtWorkAlready(field=)."""

    code = "at_work_already"


class ShiftStruckAlready(Refusal):
    """The shift was struck out before."""

    code = "shift_struck_already"


class AbilityNotSaid(Refusal):
    """Nobody has said yet how this worker goes and what she can do: AbilityNotSaid(field=)."""

    code = "ability_not_said"


class NobodyAtWork(Refusal):
    """No shift is written for the day."""

    code = "nobody_at_work"


class NothingPlanned(Refusal):
    """The day has no plan yet, so there is nothing to tell."""

    code = "nothing_planned"


class DayIsOver(Refusal):
    """What happened on a day that is over is not planned anew."""

    code = "day_is_over"


class ReplannedMeanwhile(Refusal):
    """Somebody accepted another offer, or the day was planned anew, since this one was made."""

    code = "replanned_meanwhile"


class OfferAnswered(Refusal):
    """The offer was accepted or declined before."""

    code = "offer_answered"


class OfferTooOld(Refusal):
    """What was left when it was offered has begun since."""

    code = "offer_too_old"


class OfferNotAccepted(Refusal):
    """Nobody is rung about a plan that is not accepted."""

    code = "offer_not_accepted"


class RungAlready(Refusal):
    """The call was marked done before."""

    code = "rung_already"
