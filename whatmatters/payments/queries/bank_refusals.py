"""What is refused of bank details, each by its own name."""

from whatmatters.rules.refusals import Refusal


class NoSuchPayee(Refusal):
    """No such organisation in this council."""

    code = "no_such_payee"


class CallInFuture(Refusal):
    """A call that has not been made yet."""

    code = "call_in_future"


class HowFoundMissing(Refusal):
    """A number that was not on record: how it was found has to be said."""

    code = "how_found_missing"


class AskedTwice(Refusal):
    """Somebody else asked for this organisation's details at the same moment."""

    code = "bank_details_asked_twice"


class BankDetailsTakeTwo(Refusal):
    """Whoever asked for bank details does not confirm them."""

    code = "bank_details_take_two"


class BankDetailsAnswered(Refusal):
    """These bank details were confirmed, put aside, or asked for anew since."""

    code = "bank_details_answered"
