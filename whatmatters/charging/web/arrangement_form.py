"""The form of how somebody is charged: a basis, what belongs to it, and what holds it down."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.charging.web.bands import read_bands
from whatmatters.charging.web.charge_days import ChargeDay
from whatmatters.charging.web.figures import (
    AN_HOUR,
    HOURS,
    Figure,
    Pounds,
    Weeks,
    share_field,
)
from whatmatters.charging.web.names import BASES
from whatmatters.frontend.forms import OneOf, PageForm
from whatmatters.rules.charging.arrangement import Arrangement, Basis, ValueBand

PENCE = 100


class ArrangementForm(PageForm):
    """One version. What a basis does not use is left empty."""

    starts = ChargeDay(label=_("From which Monday does this hold?"))
    basis = OneOf(label=_("What is the charge worked from?"), choices=list(BASES.items()))
    hourly_rate = Pounds(
        most=AN_HOUR,
        label=_("Charge for an hour"),
        help_text=_("For planned hours, minutes that were given, and bundles."),
        required=False,
    )
    share = share_field(help_text=_("For bundles and for the plan’s price."), required=False)
    bundle_hours = Figure(label=_("Hours in the bundle"), most=HOURS, required=False)
    bundle_weeks = Weeks(label=_("Weeks of the bundle"), required=False)
    bands = forms.CharField(
        label=_("Flat charges by plan value"),
        help_text=_("Plan value a week and its charge, such as 100:20 300:45 :70"),
        required=False,
        max_length=400,
    )
    local_cap = Pounds(label=_("Most that is charged a week"), required=False)
    guarantee = Pounds(
        label=_("The bill a week as it was before, which must not go up"), required=False
    )
    guarantee_until = ChargeDay(label=_("Until which day is the bill held?"), required=False)
    free_from = ChargeDay(label=_("First day of free reablement"), required=False)

    def clean_bands(self) -> tuple[ValueBand, ...]:
        """Each band as "up to:charge"; the last has no "up to"."""
        return read_bands(self.cleaned_data["bands"])

    def arrangement(self) -> Arrangement:
        """What the service takes."""
        told = self.cleaned_data
        share = told["share"]
        return Arrangement(
            basis=Basis(told["basis"]),
            hourly_rate=_pounds(told["hourly_rate"]),
            share=None if share is None else share / PENCE,
            bundle_hours=told["bundle_hours"],
            bundle_weeks=told["bundle_weeks"],
            bands=told["bands"],
            local_cap=_pounds(told["local_cap"]),
            guarantee=_pounds(told["guarantee"]),
            guarantee_until=told["guarantee_until"],
            free_from=told["free_from"],
        )


def _pounds(pence: int | None) -> Decimal | None:
    return None if pence is None else Decimal(pence) / PENCE
