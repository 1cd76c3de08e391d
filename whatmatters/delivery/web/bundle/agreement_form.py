"""The form of a bundle's agreement. A setting left empty is the contract's, or the default."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.delivery.services import BundleGiven
from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm
from whatmatters.frontend.setting_words import explained
from whatmatters.policy.queries import Setting, settings_of
from whatmatters.rules.commissioning_models.bundled_hours import Below

PENCE = PER_CENT = 100
SHARES = ("tolerance", "bank_cap")
SETTINGS = (*SHARES, "review_weeks", "below")


class AgreementForm(PageForm):
    """Contract, first day, hours and rate; then the four settings, each explained."""

    contract = OneOf(label=_("Under which contract?"))
    starts = DateField(label=_("The first day"))
    weekly_hours = forms.DecimalField(
        label=_("Hours a week"), min_value=0, max_digits=6, decimal_places=2
    )
    rate = MoneyField(label=_("Pounds for one hour"))
    tolerance = forms.DecimalField(
        label=_("By how many per cent may use vary?"),
        required=False,
        min_value=0,
        max_value=100,
        decimal_places=2,
    )
    review_weeks = forms.IntegerField(
        label=_("After how many weeks is it reviewed?"), required=False, min_value=1, max_value=52
    )
    below = OneOf(
        label=_("What goes back where less was used?"),
        required=False,
        choices=[
            (Below.PART, _("What lies under the band")),
            (Below.WHOLE, _("All that was not used")),
        ],
    )
    bank_cap = forms.DecimalField(
        label=_("How many per cent of a review’s minutes may be banked?"),
        required=False,
        min_value=0,
        max_value=100,
        decimal_places=2,
    )

    def __init__(
        self, data: Any = None, *, contracts: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.fields["contract"].choices = list(contracts)  # type: ignore[attr-defined]
        for one in settings_of("bundled_hours"):
            if one.key in SETTINGS:
                self.fields[one.key].help_text = explained(one, _value(one))

    def given(self, person_id: int) -> BundleGiven:
        """What the service takes: of the settings, those that were answered."""
        told = self.cleaned_data
        settings = {key: told[key] for key in SETTINGS if told[key] not in (None, "")}
        for key in SHARES:
            if key in settings:
                settings[key] /= PER_CENT
        return BundleGiven(
            person_id,
            int(told["contract"]),
            told["starts"],
            told["weekly_hours"],
            Decimal(told["rate"]) / PENCE,
            settings,
        )


def _value(one: Setting) -> str:
    if one.key in SHARES:
        return f"{Decimal(str(one.value)) * PER_CENT:.0f}%"
    if one.key == "below":
        return gettext("“What lies under the band”")
    return str(one.value)
