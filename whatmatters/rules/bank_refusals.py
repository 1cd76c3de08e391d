"""What is refused of bank details as they are typed, each by its own name."""

from whatmatters.rules.refusals import Refusal


class NotASortCode(Refusal):
    """A sort code is six figures, not all noughts."""

    code = "not_a_sort_code"


class NotAnAccountNumber(Refusal):
    """An account number is eight figures, not all noughts."""

    code = "not_an_account_number"


class NotAServiceUser(Refusal):
    """A Bacs service user number is six figures."""

    code = "not_a_service_user_number"


class NotATelephone(Refusal):
    """No number that can be rung."""

    code = "not_a_telephone"


class NameNotWritable(Refusal):
    """A bank's file has no sign for anything in the name."""

    code = "account_name_not_writable"
