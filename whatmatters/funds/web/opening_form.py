"""The form of a fund's agreement. A setting left empty is the contract's, or the default."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm
from whatmatters.frontend.setting_words import explained
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.funds.queries.funds import MODEL
from whatmatters.funds.services import FundGiven
from whatmatters.policy.queries import Setting, settings_of
from whatmatters.rules.money import PENCE_IN_A_POUND

PER_CENT = 100
SETTINGS = ("management_fee", "carry_over_weeks", "overdraft_pence")


class OpenForm(PageForm):
    """Contract, first day and budget; then the settings, each explained."""

    contract = OneOf(label=_("Under which contract?"))
    starts = DateField(label=_("The first day"))
    budget = MoneyField(label=_("Pounds for the year"))
    management_fee = forms.DecimalField(
        label=_("How many per cent of each instalment for keeping the account?"),
        required=False,
        min_value=0,
        max_value=100,
        decimal_places=2,
    )
    carry_over_weeks = forms.DecimalField(
        label=_("How many weeks of budget may carry over?"),
        required=False,
        min_value=0,
        max_value=52,
        decimal_places=2,
    )
    overdraft_pence = MoneyField(
        label=_("How many pounds may be spent before they are there?"), required=False
    )

    def __init__(
        self, data: Any = None, *, contracts: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.fields["contract"].choices = list(contracts)  # type: ignore[attr-defined]
        for one in settings_of(MODEL):
            if one.key in SETTINGS:
                self.fields[one.key].help_text = explained(one, _value(one))

    def given(self, person_id: int) -> FundGiven:
        """What the service takes: of the settings, those that were answered."""
        told = self.cleaned_data
        settings = {key: told[key] for key in SETTINGS if told[key] not in (None, "")}
        if "management_fee" in settings:
            settings["management_fee"] /= PER_CENT
        budget = Decimal(told["budget"]) / PENCE_IN_A_POUND
        return FundGiven(person_id, int(told["contract"]), told["starts"], budget, settings)


def _value(one: Setting) -> str:
    if one.key == "management_fee":
        return f"{Decimal(str(one.value)) * PER_CENT:.0f}%"
    return pounds(int(str(one.value))) if one.key == "overdraft_pence" else str(one.value)
