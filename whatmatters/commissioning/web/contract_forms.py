"""What is asked of a contract that is opened, and of a new rate."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.commissioning.services import RateGiven
from whatmatters.commissioning.web.contract_words import BANDS, SIGNED
from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm
from whatmatters.frontend.way_words import WAYS
from whatmatters.rules.outcomes import Band

PENCE = Decimal(100)
NO_PATCH = ""


class Days(PageForm):
    """A first and a last day."""

    starts = DateField(label=_("First day"), help_text=_("For example, 1 4 2026"))
    ends = DateField(
        label=_("Last day"), help_text=_("Leave it empty if it has no end."), required=False
    )


class ContractForm(Days):
    """With whom, how it pays, and from when. The council alone pays."""

    provider = forms.ChoiceField(label=_("With whom"))
    way = OneOf(
        label=_("How it pays"),
        choices=[(way.code, way.name, way.about) for way in WAYS if way.code in SIGNED],
    )
    reference = forms.CharField(
        label=_("Reference"),
        help_text=_("As your own register of contracts has it."),
        max_length=40,
    )
    patch = forms.ChoiceField(label=_("The patch that it is for"), required=False)
    field_order = ("provider", "way", "reference", "patch", "starts", "ends")

    def __init__(
        self,
        data: Any = None,
        *,
        providers: dict[int, str],
        patches: dict[int, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        choose = [("", _("Choose one"))]
        self.fields["provider"].choices = [*choose, *providers.items()]  # type: ignore[attr-defined]
        anywhere = [(NO_PATCH, _("No patch: anywhere in the council"))]
        self.fields["patch"].choices = [*anywhere, *patches.items()]  # type: ignore[attr-defined]


class RateForm(Days):
    """The price of an hour from a day on, and who says so."""

    band = OneOf(label=_("Which rate"), choices=[(str(band), BANDS[band]) for band in Band])
    pounds = MoneyField(label=_("Pounds an hour"), help_text=_("For example, 24.60"))
    source = forms.CharField(
        label=_("Where it was decided"),
        help_text=_("For example, the number of a decision, or the letter that agreed it."),
        max_length=200,
    )
    field_order = ("band", "pounds", "starts", "ends", "source")

    def given(self) -> RateGiven:
        """The rate; the form is valid."""
        told = self.cleaned_data
        return RateGiven(
            Band(told["band"]),
            Decimal(told["pounds"]) / PENCE,
            told["starts"],
            told["ends"],
            told["source"],
        )
