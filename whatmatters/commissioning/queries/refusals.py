"""What commissioning refuses, each by its own name."""

from datetime import date

from whatmatters.rules.commissioning import Problem, Problems
from whatmatters.rules.refusals import Refusal


class ContractNotFound(Refusal):
    """No such contract in this council."""

    code = "contract_not_found"


class ContractNotInForce(Refusal):
    """The contract does not hold on a day that it would have to: (contract_id=, on=)."""

    code = "contract_not_in_force"


class AgreementNotFound(Refusal):
    """No such agreement in this council."""

    code = "agreement_not_found"


class AgreementRefused(Problems):
    """The model's own check found something missing; `problems` names all of it."""

    code = "agreement_refused"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)


class TermsRefused(Problems):
    """No agreement could be assessed under these terms of a contract; `problems` names why."""

    code = "terms_refused"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)


class AgreementAlreadySigned(Refusal):
    """What it would price already has an agreement."""

    code = "agreement_already_signed"


class AgreementAlreadyEnded(Refusal):
    """An agreement ends once."""

    code = "agreement_already_ended"


class EndBeforeStart(Refusal):
    """A last day before the first."""

    code = "end_before_start"


class AgreementsRunOn(Refusal):
    """Something signed under a contract earns after its last day: AgreementsRunOn(agreements=)."""

    code = "agreements_run_on"


class SharesDoNotAddUp(Refusal):
    """The funders' shares of a contract do not add to 1."""

    code = "shares_do_not_add_to_1"


class RateMissing(Refusal):
    """No agreed rate for this band on this day; nothing is guessed."""

    code = "rate_missing"

    def __init__(self, *, band: str, on: date) -> None:
        super().__init__(band=band, on=on)


class RateImpossible(Refusal):
    """Below nothing, or more an hour than can be kept: RateImpossible(most=) in pounds."""

    code = "rate_impossible"


class TermsMissing(Refusal):
    """The contract has no terms on this day."""

    code = "contract_terms_missing"


class AlreadyFromThatDay(Refusal):
    """Terms, a rate or a lead that start on the same day exist; a reference is used once."""

    code = "already_from_that_day"


class UnknownModel(Refusal):
    """No commissioning model of that name."""

    code = "unknown_model"


class NotAllowed(Refusal):
    """None of the actor's roles may do this."""

    code = "not_allowed"
