"""The forms that sign a block: a new one, another year, another price."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.blocks.web.price_form import PERCENT, PriceForm
from whatmatters.commissioning.services import FunderGiven
from whatmatters.frontend.forms import DateField, PageForm, WordsField
from whatmatters.rules.periods import PERIODS_IN_A_YEAR

SURE = _("I have seen the price above, and sign at it")
SURE_HINT = _("Leave this open first: the price is then worked out and shown, and nothing is kept.")
WHY = _("What was the mistake?")
BASIS_POINTS = 10_000


class NewBlockForm(PriceForm):
    """With whom, for which patch, from when, who pays, and the price."""

    leading: ClassVar[tuple[str, ...]] = (
        "form_token",
        "provider",
        "patch",
        "reference",
        "year_starts",
        "other_payer",
        "other_share",
    )
    provider = forms.ChoiceField(label=_("Which provider"))
    patch = forms.ChoiceField(label=_("Which patch"))
    reference = forms.CharField(label=_("Reference of the contract"), max_length=40)
    year_starts = DateField(
        label=_("First day of the year"),
        help_text=_("13 instalments of 28 days follow from it, whatever the length of any visit."),
    )
    other_payer = forms.ChoiceField(
        label=_("Who pays with the council"),
        help_text=_("Such as a health board: an alliance agrees its shares beforehand."),
        required=False,
    )
    other_share = forms.DecimalField(
        label=_("Their share, in per cent"),
        required=False,
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
    )
    sure = forms.BooleanField(label=SURE, help_text=SURE_HINT, required=False)

    def funders(self, council_body: int) -> list[FunderGiven]:
        """The council, and who pays with it."""
        told = self.cleaned_data
        share = int((told["other_share"] or 0) * PERCENT)
        if not told["other_payer"] and not share:
            return [FunderGiven(council_body, 1, 1)]
        found = [FunderGiven(council_body, BASIS_POINTS - share, BASIS_POINTS)]
        if told["other_payer"]:
            found.append(FunderGiven(int(told["other_payer"]), share, BASIS_POINTS))
        return found


class AmendForm(PriceForm):
    """Another price from an instalment on."""

    leading: ClassVar[tuple[str, ...]] = ("form_token", "from_instalment")
    from_instalment = forms.IntegerField(
        label=_("From which instalment does the new price hold?"),
        min_value=1,
        max_value=PERIODS_IN_A_YEAR,
    )
    sure = forms.BooleanField(label=SURE, help_text=SURE_HINT, required=False)


class NextYearForm(PageForm):
    """The same contract for another year, at its terms of that day."""

    year_starts = DateField(label=_("First day of the year"))
    sure = forms.BooleanField(label=SURE, help_text=SURE_HINT, required=False)


class CorrectForm(PriceForm):
    """The right price in the place of one that was signed by mistake, and why."""

    leading: ClassVar[tuple[str, ...]] = ("form_token", "reason")
    reason = WordsField(label=WHY, rows=3)
    sure = forms.BooleanField(label=SURE, help_text=SURE_HINT, required=False)


class UndoForm(PageForm):
    """Why a block is undone."""

    reason = WordsField(label=WHY, rows=3)
