"""The form of a financial assessment: what counts each week, by the nation's own questions."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.charging.web.names import RATES
from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm, SomeOf, WordsField
from whatmatters.rules.charging.means import BY_AGE, Allowance, Means

MORE = tuple(one for one in Allowance if one not in BY_AGE)
PENCE = 100


class AssessmentForm(PageForm):
    """Pounds a week. What a nation does not ask is left out of its form."""

    starts = DateField(
        label=_("From which Monday does this hold?"),
        help_text=_(
            "It may lie in the past: weeks since then are put right by lines of their own."
        ),
    )
    declined = forms.BooleanField(
        label=_("Income and savings were not told, by choice. Only the caps hold."), required=False
    )
    income = MoneyField(
        label=_("Income that counts, a week"),
        help_text=_("Without earnings, and without payments for getting about."),
        required=False,
    )
    capital = MoneyField(label=_("Savings and capital"), required=False)
    housing_costs = MoneyField(label=_("Housing costs a week"), required=False)
    disability_costs = MoneyField(label=_("Costs because of disability, a week"), required=False)
    basic_entitlement = MoneyField(label=_("Basic entitlement a week"), required=False)
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
    minimum_income = MoneyField(
        label=_("Income that must be left a week, as the council’s own notice says"),
        help_text=_("Only where the national rate is not known here, or the council leaves more."),
        required=False,
    )
    words = WordsField(label=_("Where are these figures from?"))

    def __init__(self, data: Any = None, *, nation: str, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name in ("basic_entitlement",) if nation == "england" else ("age", "more"):
            del self.fields[name]

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
