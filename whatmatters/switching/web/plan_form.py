"""What is asked of one person's transition plan."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm, WordsField
from whatmatters.rules.switching import LONGEST, Charge
from whatmatters.switching.queries import TransitionFacts
from whatmatters.switching.services import PlanGiven
from whatmatters.switching.web.words import CHARGES

PENCE = Decimal(100)
PLAIN = ("moves_on", "charge", "contact", "changes", "told_on", "review_on", "weekly_hours")


class PlanForm(PageForm):
    """All of the plan; what is not known yet is left empty, and stands in the way until it is."""

    moves_on = DateField(label=gettext_lazy("The first day that the new contract pays"))
    charge = OneOf(
        label=gettext_lazy("What becomes of the charge?"),
        choices=[(str(code), words) for code, words in CHARGES.items()],
    )
    weekly_hours = forms.DecimalField(
        label=gettext_lazy("Hours a week"),
        required=False,
        min_value=0,
        max_digits=6,
        decimal_places=2,
    )
    rate = MoneyField(label=gettext_lazy("Pounds for one hour"), required=False)
    changes = WordsField(
        label=gettext_lazy("What else changes for this person?"),
        help_text=gettext_lazy("In plain words: this stands on the page that the person reads."),
        max_length=LONGEST,
        required=False,
    )
    contact = forms.CharField(
        label=gettext_lazy("Who can be asked about it"),
        help_text=gettext_lazy("A name and a telephone number."),
        max_length=LONGEST,
        required=False,
    )
    told_on = DateField(
        label=gettext_lazy("On which day was the person told?"),
        help_text=gettext_lazy("Leave it empty until then: from then on the person can read it."),
        required=False,
    )
    review_on = DateField(
        label=gettext_lazy("On which day do you look at it again together?"), required=False
    )
    staying = forms.BooleanField(
        label=gettext_lazy("This person stays with the old way of paying"), required=False
    )
    why = WordsField(
        label=gettext_lazy("Why the person stays"), max_length=LONGEST, required=False, rows=2
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any, *, bundle: bool, held: TransitionFacts) -> None:
        start = {name: getattr(held, name) for name in (*PLAIN, "staying", "why")}
        start |= {"charge": str(held.charge), "seen": held.number}
        start["rate"] = None if held.rate is None else f"{held.rate:.2f}"
        super().__init__(data, initial=start)
        for name in () if bundle else ("weekly_hours", "rate"):
            del self.fields[name]

    def given(self) -> PlanGiven:
        """What was said; the form is valid."""
        told = self.cleaned_data
        rate, staying = told.get("rate"), bool(told["staying"])
        return PlanGiven(
            moves_on=told["moves_on"],
            charge=Charge(told["charge"]),
            contact=told["contact"],
            changes=told["changes"],
            told_on=told["told_on"],
            review_on=told["review_on"],
            weekly_hours=told.get("weekly_hours"),
            rate=None if rate is None else Decimal(rate) / PENCE,
            staying=staying,
            why=told["why"] if staying else "",
        )
