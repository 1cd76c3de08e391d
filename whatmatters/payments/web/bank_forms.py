"""What is asked when bank details change."""

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, OneOf, PageForm, WordsField
from whatmatters.payments.services import BankGiven
from whatmatters.rules.bank_details import NAME_LENGTH, NumberFrom
from whatmatters.rules.words import NAME_LENGTH as LONGEST_NAME


class AskForm(PageForm):
    """The account, and the call that was made before. Of a draft its numbers are never kept."""

    account_name = forms.CharField(label=_("Name of the account"), max_length=NAME_LENGTH)
    sort_code = forms.CharField(
        label=_("Sort code"), help_text=_("Six figures, such as 12-34-56."), max_length=20
    )
    account_number = forms.CharField(
        label=_("Account number"),
        help_text=_("Eight figures. Put noughts in front of a shorter one."),
        max_length=20,
    )
    service_user = forms.CharField(
        label=_("Bacs service user number, if they pay others"),
        help_text=_("Six figures. Only whoever sends files to Bacs has one."),
        max_length=20,
        required=False,
    )
    rung = forms.CharField(label=_("Who was rung"), max_length=LONGEST_NAME)
    telephone = forms.CharField(label=_("On which number"), max_length=40)
    called_on = DateField(label=_("On which day"))
    number_from = OneOf(
        label=_("Where did the number come from?"),
        help_text=_("Never from the letter or e-mail that asks for the change."),
        choices=[
            (str(NumberFrom.ON_RECORD), _("It was on our record before")),
            (str(NumberFrom.FOUND), _("We found it ourselves")),
        ],
    )
    found = WordsField(
        label=_("How it was found, if it was not on record"), rows=2, required=False, max_length=500
    )

    def given(self) -> BankGiven:
        """What was typed."""
        told = {k: v for k, v in self.cleaned_data.items() if k != "form_token"}
        return BankGiven(**(told | {"number_from": NumberFrom(told["number_from"])}))
