"""The form of a financial assessment: what counts each week, by the nation's own questions."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.charging.web.charge_days import ChargeDay
from whatmatters.charging.web.figures import IN_ALL, Pounds
from whatmatters.charging.web.names import RATES
from whatmatters.frontend.forms import OneOf, PageForm, SomeOf, WordsField
from whatmatters.rules.charging.means import BY_AGE, Allowance, Means

MORE = tuple(one for one in Allowance if one not in BY_AGE)
PENCE = 100
ASKED = {"income", "capital", "housing_costs", "disability_costs", "basic_entitlement"}


class AssessmentForm(PageForm):
    """Pounds a week. What a nation does not ask is left out of its form.

    A blank is nobody's answer: each figure is asked for, 0 typed where there is nothing, unless
    income and savings were not told by choice.
    """

    starts = ChargeDay(
        label=_("From which Monday does this hold?"),
        help_text=_(
            "It may lie in the past: weeks since then are put right by lines of their own."
        ),
    )
    declined = forms.BooleanField(
        label=_("Income and savings were not told, by choice. Only the caps hold."), required=False
    )
    income = Pounds(
        label=_("Income that counts, a week"),
        help_text=_(
            "Without earnings, and without payments for getting about. Write 0 where there is none."
        ),
    )
    capital = Pounds(label=_("Savings and capital"), most=IN_ALL)
    housing_costs = Pounds(label=_("Housing costs a week"))
    disability_costs = Pounds(label=_("Costs because of disability, a week"))
    basic_entitlement = Pounds(label=_("Basic entitlement a week"))
    age = OneOf(
        label=_("Which amount by age?"),
        choices=[(str(one), RATES[one]) for one in BY_AGE],
        required=False,
    )
    more = SomeOf(
        label=_("Which amounts more?"),
        choices=[(str(one), RATES[one]) for one in MORE],
        required=False,
    )
    minimum_income = Pounds(
        label=_("Income that must be left a week, as the council’s own notice says"),
        help_text=_("Only where the national rate is not known here, or the council leaves more."),
        required=False,
    )
    words = WordsField(label=_("Where are these figures from?"))

    def __init__(self, data: Any = None, *, nation: str, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name in ("basic_entitlement",) if nation == "england" else ("age", "more"):
            del self.fields[name]

    def full_clean(self) -> None:
        """Who declined an assessment is asked for no figure."""
        if self.is_bound and self.fields["declined"].to_python(self["declined"].data):
            for name in ASKED & set(self.fields):
                self.fields[name].required = False
        super().full_clean()

    def means(self) -> Means:
        """What the service takes."""
        told = self.cleaned_data
        allowances = [told["age"]] if told.get("age") else []
        allowances += told.get("more", [])
        return Means(
            income=_pounds(told, "income") or Decimal(0),
            capital=_pounds(told, "capital") or Decimal(0),
            housing_costs=_pounds(told, "housing_costs") or Decimal(0),
            disability_costs=_pounds(told, "disability_costs") or Decimal(0),
            allowances=tuple(Allowance(code) for code in allowances),
            minimum_income=_pounds(told, "minimum_income"),
            basic_entitlement=_pounds(told, "basic_entitlement"),
            declined=told["declined"],
        )


def _pounds(told: dict[str, Any], name: str) -> Decimal | None:
    pence = told.get(name)
    return None if pence is None else Decimal(pence) / PENCE
