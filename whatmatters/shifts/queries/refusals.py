"""What is refused of shifts, each by its own name."""

from whatmatters.rules.refusals import Refusal


class ShiftsNotAllowed(Refusal):
    """None of the actor's roles may do this."""

    code = "not_allowed"


class NotByShift(Refusal):
    """The contract pays another way: NotByShift(field=)."""

    code = "not_by_shift"


class ShareNotAgreed(Refusal):
    """Without an agreed share nobody could divide a shift in which nobody was seen: (field=)."""

    code = "share_not_agreed"


class NoTier(Refusal):
    """A shift is paid at the rate of a tier, and there is none: NoTier(field=)."""

    code = "no_tier"


class RateUnderLaw(Refusal):
    """A tier's rate is under the National Living Wage of its first day: (tier=, least=)."""

    code = "rate_under_law"


class TierLeftOut(Refusal):
    """Terms that know the tier of a shift of their days no more: (tier=, reference=, on=)."""

    code = "tier_left_out"


class ShiftWithoutRate(Refusal):
    """A run met `count` shifts whose tier has no rate: (reference=, on=, tier=, count=)."""

    code = "shift_without_rate"


class NotTwoFunders(Refusal):
    """Social care and the NHS pay, in this order, and they are two bodies."""

    code = "not_two_funders"


class ShiftsSigned(Refusal):
    """The contract's shifts are paid already, or were: ShiftsSigned(starts=)."""

    code = "shifts_signed"


class ShiftsOver(Refusal):
    """They have their last day: ShiftsOver(ends=)."""

    code = "shifts_over"


class OutsideShifts(Refusal):
    """The day is not one on which shifts of this contract are paid: (on=, row=)."""

    code = "outside_shifts"


class UnknownTier(Refusal):
    """No rate was agreed for this tier on that day: UnknownTier(tier=, row=)."""

    code = "unknown_tier"


class ShiftImpossible(Refusal):
    """No worker, more minutes than a day has, below nothing: ShiftImpossible(field=, row=)."""

    code = "shift_impossible"


class MoreThanWasPaid(Refusal):
    """Minutes with people and on the way are more than were paid: (told=, most=, row=)."""

    code = "more_than_was_paid"


class ShiftElsewhere(Refusal):
    """Its reference was told for another day: ShiftElsewhere(reference=, on=, row=)."""

    code = "shift_elsewhere"


class ShiftKnown(Refusal):
    """It was to be a new one, and is told already: ShiftKnown(reference=, on=, row=)."""

    code = "shift_known"


class ShiftChanged(Refusal):
    """Somebody put it right since it was looked at: ShiftChanged(reference=)."""

    code = "shift_changed"


class ShiftTwice(Refusal):
    """One shift was given twice at once: ShiftTwice(reference=, row=)."""

    code = "shift_twice"
