"""The form that opens a direct payment. A setting left empty is the contract's, or the default."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.direct_payments.queries.direct import MODEL
from whatmatters.direct_payments.services import DirectGiven
from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm
from whatmatters.frontend.setting_words import explained
from whatmatters.policy.queries import Setting, settings_of
from whatmatters.rules.money import PENCE_IN_A_POUND
from whatmatters.rules.periods import PERIOD_DAYS

MANAGED, OWN = "managed", "own"
POUNDS = ("weekly_contribution", "start_up")
NUMBERS = ("surplus_weeks", "run_on_days")
YES, NO = "yes", "no"


class OpenForm(PageForm):
    """The choice, the contract, the day and the account; then the settings, each explained."""

    route = OneOf(label=_("Which choice of the person’s does it follow?"))
    contract = OneOf(label=_("Under which contract?"))
    starts = DateField(label=_("The first day"))
    account = OneOf(
        label=_("Into whose account is it paid?"),
        choices=[
            (OWN, _("An account of the person’s own")),
            (MANAGED, _("The account of who runs the scheme, who manages it for the person")),
        ],
    )
    weekly_contribution = MoneyField(
        label=_("How many pounds a week was the person assessed to pay?"), required=False
    )
    net = OneOf(
        label=_("Is that kept back before it is paid?"),
        choices=[(YES, _("Yes")), (NO, _("No: it is asked for apart"))],
        required=False,
    )
    start_up = MoneyField(label=_("How many pounds once, to start with?"), required=False)
    surplus_weeks = forms.DecimalField(
        label=_("How many weeks of money may stand unspent?"),
        required=False,
        min_value=0,
        max_value=52,
        decimal_places=2,
    )
    run_on_days = forms.IntegerField(
        label=_("How many days are still paid after an early end, for notice?"),
        required=False,
        min_value=0,
        max_value=PERIOD_DAYS,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        routes: Sequence[tuple[str, str]],
        contracts: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.fields["route"].choices = list(routes)  # type: ignore[attr-defined]
        self.fields["contract"].choices = list(contracts)  # type: ignore[attr-defined]
        for one in settings_of(MODEL):
            if one.key in self.fields:
                self.fields[one.key].help_text = explained(one, _value(one))

    def given(self, person_id: int) -> DirectGiven:
        """What the service takes: of the settings, those that were answered."""
        told = self.cleaned_data
        settings: dict[str, object] = {
            key: Decimal(told[key]) / PENCE_IN_A_POUND for key in POUNDS if told[key] is not None
        }
        settings |= {key: told[key] for key in NUMBERS if told[key] is not None}
        if told["net"]:
            settings["net"] = told["net"] == YES
        return DirectGiven(
            person_id,
            int(told["route"]),
            int(told["contract"]),
            told["starts"],
            told["account"] == MANAGED,
            settings,
        )


def _value(one: Setting) -> str:
    if isinstance(one.value, bool):
        return str(_("Yes") if one.value else _("No"))
    return str(one.value)
