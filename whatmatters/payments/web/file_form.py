"""What is asked before a file for the bank is made."""

from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.rules.payment_files import FileFormat

FORMATS = {
    FileFormat.BANK_CSV: _("CSV that most banks and finance systems take"),
    FileFormat.STANDARD_18: _("Bacs Standard 18"),
    FileFormat.PAIN_001: _("ISO 20022 pain.001.001.09"),
}


class FileForm(PageForm):
    """Who pays, in which format, and when the money is to be there."""

    keeps_drafts = False

    payer = OneOf(label=_("Who pays?"))
    form = OneOf(
        label=_("In which format?"),
        choices=[(str(code), words) for code, words in FORMATS.items()],
    )
    arrives = DateField(
        label=_("On which day is the money to be there?"),
        help_text=_("A working day. Bacs needs two working days from today."),
    )
