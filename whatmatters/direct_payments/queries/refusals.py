"""What is refused of direct payments, each by its own name."""

from whatmatters.rules.refusals import Refusal


class DirectNotAllowed(Refusal):
    """None of the actor's roles may do this with this person's direct payment."""

    code = "not_allowed"


class NotForDirectPayments(Refusal):
    """The contract pays another way: NotForDirectPayments(field=)."""

    code = "not_for_direct_payments"


class RouteNotDirect(Refusal):
    """She was not advised, or chose a plan with a provider: RouteNotDirect(field=)."""

    code = "route_not_direct"


class PlanRunsOn(Refusal):
    """The plan that it takes the place of is still paid on its first day: PlanRunsOn(field=)."""

    code = "plan_runs_on"


class NothingToPay(Refusal):
    """The plan that she chose it instead of is worth nothing: NothingToPay(field=)."""

    code = "nothing_to_pay"


class DirectRuns(Refusal):
    """She has a direct payment on these days already: DirectRuns(starts=)."""

    code = "direct_runs"


class OutsideScheme(Refusal):
    """The contract does not hold on the first day: OutsideScheme(starts=, ends=)."""

    code = "outside_scheme"


class BeforeChoice(Refusal):
    """It cannot begin before she chose it: BeforeChoice(chosen_on=)."""

    code = "before_choice"


class DirectOver(Refusal):
    """It has its last day already: DirectOver(ends=)."""

    code = "direct_over"


class OutsideDirect(Refusal):
    """A day before its first one: OutsideDirect(field=, starts=)."""

    code = "outside_direct"


class AmountImpossible(Refusal):
    """A sum below what there can be, or more than can be kept: AmountImpossible(field=)."""

    code = "amount_impossible"


class OwedForWhat(Refusal):
    """What is owed is owed for something, what was spent is not: OwedForWhat(field=)."""

    code = "owed_for_what"


class NotOneOfHers(Refusal):
    """What it served must be one of her own outcomes: NotOneOfHers(field=)."""

    code = "not_one_of_hers"


class StruckAlready(Refusal):
    """The line was struck out before."""

    code = "struck_already"


class LookTooNear(Refusal):
    """Another look lies too near: LookTooNear(other=, weeks=)."""

    code = "look_too_near"


class LookNotYet(Refusal):
    """The last look comes once all was paid that runs on after the end: LookNotYet(last=)."""

    code = "look_not_yet"


class NotHerOwnAccount(Refusal):
    """Somebody else has the money for her, and pays from it: NotHerOwnAccount(field=)."""

    code = "not_her_own_account"


class NotForIntroductions(Refusal):
    """The contract is no platform's: NotForIntroductions(field=)."""

    code = "not_for_introductions"


class IntroductionOver(Refusal):
    """It has its last day already: IntroductionOver(ends=)."""

    code = "introduction_over"


class OutsideIntroduction(Refusal):
    """The day is not one on which this worker is paid: OutsideIntroduction(on=, starts=)."""

    code = "outside_introduction"


class MinutesImpossible(Refusal):
    """No minutes, or more than a day has: MinutesImpossible(field=)."""

    code = "minutes_impossible"


class BoughtAlready(Refusal):
    """Hours of this day were told: BoughtAlready(on=, minutes=)."""

    code = "bought_already"


class BoughtChanged(Refusal):
    """Somebody put this day right since it was looked at: BoughtChanged(on=)."""

    code = "bought_changed"
