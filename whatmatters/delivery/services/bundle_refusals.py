"""What no bundle and no bank may say."""

from whatmatters.rules.refusals import Refusal


class BundleImpossible(Refusal):
    """No minutes, more than a day holds, a last day before the first: BundleImpossible(field=)."""

    code = "bundle_impossible"


class OutsideBundle(Refusal):
    """The day lies outside the bundle's days: OutsideBundle(on=)."""

    code = "outside_bundle"


class BundleOver(Refusal):
    """The bundle has its last day: BundleOver(ends=)."""

    code = "bundle_over"


class BankTooLow(Refusal):
    """More is asked for than the bank holds, after what has run out: BankTooLow(left=)."""

    code = "bank_too_low"


class BankAboveCap(Refusal):
    """More than one review period may put in: BankAboveCap(most=, left=) in minutes."""

    code = "bank_above_cap"


class BankOutOfOrder(Refusal):
    """A movement is written after those of earlier days: BankOutOfOrder(last=)."""

    code = "bank_out_of_order"


class BankMoved(Refusal):
    """Somebody else moved minutes at the same moment: look again. BankMoved(left=)."""

    code = "bank_moved"


class NotBeforehand(Refusal):
    """Over the band is agreed before the review period is over: NotBeforehand(ended=)."""

    code = "not_beforehand"


class WordNotSaid(Refusal):
    """Who writes a movement down has to say whose word it is."""

    code = "word_not_said"


class NotHerDecider(Refusal):
    """The one who is named does not decide about her care on that day."""

    code = "not_her_decider"


class BundleRunning(Refusal):
    """A bundle of this provider runs on the first day already: BundleRunning(starts=)."""

    code = "bundle_running"


class MovementNotCorrectable(Refusal):
    """It was put right already, puts another right, or ran out."""

    code = "movement_not_correctable"


class BankDrawnSince(Refusal):
    """What the movement put in was drawn since: BankDrawnSince(left=) in minutes."""

    code = "bank_drawn_since"


class BankRanOutSince(Refusal):
    """Minutes ran out in the bank since the movement."""

    code = "bank_ran_out_since"


class NothingOffered(Refusal):
    """No smaller bundle is offered now."""

    code = "nothing_offered"


class OfferAnswered(Refusal):
    """It was answered; it is asked again after the next review at the earliest."""

    code = "offer_answered"
