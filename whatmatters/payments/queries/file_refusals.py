"""What is refused of files for a bank, each by its own name."""

from whatmatters.rules.refusals import Refusal


class RunNotReleased(Refusal):
    """A file is made of a released run alone."""

    code = "file_of_run_not_released"


class PayerPaysNothing(Refusal):
    """This payer pays nothing by this run."""

    code = "payer_pays_nothing"


class WithoutBankDetails(Refusal):
    """`names`: whom the file would pay, or who would pay by it, without bank details."""

    code = "without_bank_details"


class WithoutServiceUser(Refusal):
    """The payer has no Bacs service user number, so it sends no file to Bacs itself."""

    code = "without_service_user"


class NotAWorkingDay(Refusal):
    """Banks pay on working days."""

    code = "not_a_working_day"


class ArrivesTooSoon(Refusal):
    """The money cannot be there so soon; `earliest` is the first day on which it can."""

    code = "arrives_too_soon"


class ControlsDiffer(Refusal):
    """The file would not pay what the ledger says: nothing was made."""

    code = "controls_differ"


class AnotherFormatMade(Refusal):
    """The payer has a file of this run in another format, `number`: two would pay twice."""

    code = "another_format_made"


class UnsentByWhoMade(Refusal):
    """Whoever made a file does not say alone that it was never sent."""

    code = "unsent_by_who_made"


class FileNotFound(Refusal):
    """This council has no such file."""

    code = "file_not_found"
