"""What refused bank details and refused files say, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

BANK_WORDS: Mapping[str, str | Promise] = {
    "no_such_payee": _("There is no such organisation here."),
    "not_a_sort_code": _("A sort code has six figures, such as 12-34-56."),
    "not_an_account_number": _(
        "An account number has eight figures. Put noughts in front of a shorter one."
    ),
    "not_a_service_user_number": _("A Bacs service user number has six figures."),
    "not_a_telephone": _("Write the number that was rung, in figures."),
    "account_name_not_writable": _("Write the name of the account in letters or figures."),
    "call_in_future": _("The call was made on a day that has not come yet."),
    "how_found_missing": _("The number was not on record: say how it was found."),
    "bank_details_asked_twice": _(
        "Somebody else asked for other bank details at the same moment. Look at them first."
    ),
    "bank_details_take_two": _(
        "You asked for these bank details, so you may not confirm them: that takes a second person."
    ),
    "bank_details_answered": _(
        "These bank details were answered already, or newer ones were asked for since."
    ),
    "file_of_run_not_released": _("This run is not released, so there is nothing to send."),
    "payer_pays_nothing": _("This payer pays nothing by this run, so there is no file to make."),
    "without_bank_details": _("Nothing was made: there are no bank details of %(names)s."),
    "without_service_user": _(
        "Nothing was made: the bank details of %(names)s have no Bacs service user number. "
        "Choose another format, or add the number."
    ),
    "not_a_working_day": _("Banks pay on working days: %(day)s is none."),
    "arrives_too_soon": _("The money cannot be there so soon. The first day is %(earliest)s."),
    "beyond_holiday_table": _("The bank holidays are known up to %(until)s only."),
    "another_format_made": _(
        "Nothing was made: file %(number)s is there to be sent in another format: two would pay "
        "twice. If the bank never had it, somebody other than who made it says so first."
    ),
    "unsent_by_who_made": _(
        "You made file %(number)s, so somebody else has to say that the bank never had it."
    ),
    "file_not_found": _("There is no such file here."),
    "controls_differ": _(
        "Nothing was made: the file would not come to what the ledger says was paid."
    ),
}
