"""What is refused of funds, each by its own name."""

from whatmatters.rules.refusals import Refusal


class FundNotAllowed(Refusal):
    """None of the actor's roles may do this with this person's fund."""

    code = "not_allowed"


class NotAFund(Refusal):
    """The contract pays another way: NotAFund(field=)."""

    code = "not_a_fund"


class BudgetImpossible(Refusal):
    """A figure below nothing, or more than can be kept: BudgetImpossible(field=)."""

    code = "budget_impossible"


class FundRuns(Refusal):
    """She has a fund with this provider on these days: FundRuns(until=)."""

    code = "fund_runs"


class OutsideContract(Refusal):
    """The contract does not hold for the whole year: OutsideContract(starts=, ends=)."""

    code = "outside_contract"


class OutsideFund(Refusal):
    """A day that is not one of the fund's: OutsideFund(field=, starts=, ends=)."""

    code = "outside_fund"


class FundOver(Refusal):
    """The fund was ended early before: FundOver(ends=)."""

    code = "fund_over"


class FundClosed(Refusal):
    """The account is closed: nothing moves in it any more."""

    code = "fund_closed"


class FundNotOver(Refusal):
    """An account is closed after the fund's last day: FundNotOver(ends=)."""

    code = "fund_not_over"


class SpentAfter(Refusal):
    """Something was spent after this day: SpentAfter(last=)."""

    code = "spent_after"


class NotHerOutcome(Refusal):
    """A spend serves one of her own outcomes, one that is still hers."""

    code = "not_her_outcome"


class WordNotSaid(Refusal):
    """It must be said whose word it is: hers, or that of who decides for her, and not both."""

    code = "word_not_said"


class NotHerDecider(Refusal):
    """Nobody by that number decides for her on the day."""

    code = "not_her_decider"


class BeyondBalance(Refusal):
    """More than there is on that day, with what the terms lend: BeyondBalance(left=), pence."""

    code = "beyond_balance"


class BeyondAgreed(Refusal):
    """More than was agreed by that day: BeyondAgreed(left=), pence."""

    code = "beyond_agreed"


class FundMoved(Refusal):
    """Somebody wrote in the account a moment earlier: FundMoved(left=), pence."""

    code = "fund_moved"


class InstalmentPaidIn(Refusal):
    """This instalment is in the account already: InstalmentPaidIn(number=)."""

    code = "instalment_paid_in"


class InstalmentNotDue(Refusal):
    """The fund has no such instalment by that day: InstalmentNotDue(number=)."""

    code = "instalment_not_due"


class InstalmentMissing(Refusal):
    """An instalment that is due is not in the account yet: InstalmentMissing(number=)."""

    code = "instalment_missing"


class NotReversible(Refusal):
    """A line is reversed once, and only money paid in or spent can be."""

    code = "not_reversible"
