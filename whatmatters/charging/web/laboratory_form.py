"""What is compared: one week, the figures of every basis, and the incomes of the households."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.charging.web.bands import read_bands
from whatmatters.charging.web.figures import (
    AN_HOUR,
    HOURS,
    IN_ALL,
    Figure,
    Pounds,
    Weeks,
    share_field,
)
from whatmatters.frontend.forms import PageForm
from whatmatters.rules.charging.arrangement import Arrangement, Basis, ValueBand
from whatmatters.rules.charging.bases import WeekFacts
from whatmatters.rules.charging.means import Means

PENCE, MINUTES, MOST_INCOMES = 100, 60, 12
AMOUNT = re.compile(r"\d{1,5}(?:\.\d{1,2})?", re.ASCII)
BEGUN: dict[str, Any] = {
    "hours_planned": "10",
    "hours_given": "8",
    "plan_value": 25000,
    "cost": 20000,
    "hourly_rate": 2200,
    "share": "30",
    "bundle_hours": "130",
    "bundle_weeks": "13",
    "bands": "100:20 200:30 :60",
    "incomes": "250 300 350 400 500",
    "must_be_left": 20000,
    "capital": 0,
    "housing_costs": 2000,
}


class LaboratoryForm(PageForm):
    """Invented figures: nobody's own, and nothing is kept of them but the draft."""

    incomes = forms.CharField(
        label=_("Incomes a week to compare, in pounds"),
        help_text=_("One after another, such as 250 300 350"),
        max_length=200,
    )
    must_be_left = Pounds(label=_("Basic entitlement a week"))
    housing_costs = Pounds(label=_("Housing costs a week"))
    capital = Pounds(label=_("Savings and capital"), most=IN_ALL)
    hours_planned = Figure(label=_("Hours planned in the week"), most=HOURS)
    hours_given = Figure(label=_("Hours given in the week"), most=HOURS)
    plan_value = Pounds(label=_("What the plan is worth in the week"))
    cost = Pounds(label=_("What the week’s services cost the council"))
    hourly_rate = Pounds(label=_("Charge for an hour"), most=AN_HOUR)
    share = share_field()
    bundle_hours = Figure(label=_("Hours in the bundle"), most=HOURS)
    bundle_weeks = Weeks(label=_("Weeks of the bundle"))
    bands = forms.CharField(
        label=_("Flat charges by plan value"),
        help_text=_("Plan value a week and its charge, such as 100:20 300:45 :70"),
        max_length=400,
    )

    def __init__(self, data: Any = None, *, nation: str, **kwargs: Any) -> None:
        super().__init__(data, initial=BEGUN, **kwargs)
        self.nation = nation
        if nation == "england":
            self.fields["must_be_left"].label = _("Income that must be left, a week")

    def clean_bands(self) -> tuple[ValueBand, ...]:
        """Each band as "up to:charge"; the last has no "up to"."""
        return read_bands(self.cleaned_data["bands"])

    def clean_incomes(self) -> tuple[Decimal, ...]:
        """At most twelve amounts of pounds."""
        typed = self.cleaned_data["incomes"].split()
        found = tuple(Decimal(one) for one in typed if AMOUNT.fullmatch(one) is not None)
        if len(found) != len(typed) or not 0 < len(found) <= MOST_INCOMES:
            raise forms.ValidationError(gettext("Write at most 12 amounts, such as 250 300 350"))
        return found

    def asked(self) -> Arrangement:
        """The figures of every basis."""
        told = self.cleaned_data
        return Arrangement(
            Basis.NONE,
            hourly_rate=Decimal(told["hourly_rate"]) / PENCE,
            share=told["share"] / PENCE,
            bundle_hours=told["bundle_hours"],
            bundle_weeks=told["bundle_weeks"],
            bands=told["bands"],
        )

    def facts(self) -> WeekFacts:
        """The week."""
        told = self.cleaned_data
        return WeekFacts(
            int(told["hours_planned"] * MINUTES),
            int(told["hours_given"] * MINUTES),
            Fraction(told["plan_value"]),
            told["cost"],
        )

    def means(self, income: Decimal) -> Means:
        """What a household with this income has."""
        told = self.cleaned_data
        left = Decimal(told["must_be_left"]) / PENCE
        england = self.nation == "england"
        return Means(
            income=income,
            capital=Decimal(told["capital"]) / PENCE,
            housing_costs=Decimal(told["housing_costs"]) / PENCE,
            minimum_income=left if england else None,
            basic_entitlement=None if england else left,
        )
