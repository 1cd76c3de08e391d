"""Whether a price of an hour can pay a wage, part by part, and what wage it can pay."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import format_lazy
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import MoneyField, PageForm
from whatmatters.policy.wages import FLOORS, Figure, floor, living_wage, structure
from whatmatters.rules.effective import NothingInForce
from whatmatters.rules.permissions import Action
from whatmatters.rules.wages.period import FiguresWrong
from whatmatters.rules.wages.price import (
    CostStructure,
    front_line_share,
    price_of,
    wage_from,
)
from whatmatters.wages.web.figures import Share
from whatmatters.wages.web.wording import PARTS, WRONG, told

PENCE = 100
MOST_AN_HOUR = 100_000  # pence
SHARES = {
    "travel": _("Travel and waiting, per cent of time with people"),
    "holiday": _("Holiday, per cent of pay"),
    "other": _("Training, sickness and other costs of pay, per cent of pay"),
    "insurance": _("Employer’s National Insurance, per cent"),
    "pension": _("Employer’s pension share, per cent of pay"),
    "running": _("Running the business, per cent of the price"),
    "surplus": _("Surplus, per cent of the price"),
}
MONEY = {
    "insured_above": _("National Insurance is due above, pounds a year"),
    "miles": _("Miles, pounds for an hour with people"),
}
WHENCE = _("Here: {source}.")
UNREAD = _("Here: {source}. Not yet read in its official source.")


class PriceForm(PageForm):
    """A price, a wage, and every figure between them with its source."""

    price = MoneyField(label=_("Price of an hour with people, in pounds"))
    wage = MoneyField(label=_("Wage of an hour, in pounds"))
    hours_a_week = forms.DecimalField(
        label=_("Hours a week of one worker"), min_value=1, max_value=80, decimal_places=2
    )

    def __init__(self, data: Any = None, *, figures: Mapping[str, Figure], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for key, label in SHARES.items():
            per_cent = figures[key].value * PENCE
            self.fields[key] = Share(label=label, initial=f"{per_cent.normalize():f}")
        for key, label in MONEY.items():
            self.fields[key] = MoneyField(label=label, initial=int(figures[key].value * PENCE))
        self.fields["hours_a_week"].initial = figures["hours_a_week"].value
        welsh = (get_language() or "").startswith("cy")
        for key, figure in figures.items():
            words = WHENCE if figure.seen else UNREAD
            source = figure.source_cy if welsh else figure.source
            self.fields[key].help_text = format_lazy(words, source=source)

    def clean_price(self) -> int:
        """A price above nothing, in pence."""
        price: int = self.cleaned_data["price"]
        if not 0 < price <= MOST_AN_HOUR:
            raise forms.ValidationError(gettext("Write a price from 1p to £1,000"))
        return price

    def pounds(self, key: str) -> Decimal:
        """An amount that was typed, in pounds; the form is valid."""
        return Decimal(self.cleaned_data[key]) / PENCE

    def cost(self) -> CostStructure:
        """The figures between price and wage; the form is valid."""
        share = {key: Fraction(self.cleaned_data[key]) / PENCE for key in SHARES}
        return CostStructure(
            travel=share["travel"],
            holiday=share["holiday"],
            other=share["other"],
            insurance=share["insurance"],
            insured_above=self.pounds("insured_above"),
            hours_a_week=self.cleaned_data["hours_a_week"],
            pension=share["pension"],
            miles=self.pounds("miles"),
            running=share["running"],
            surplus=share["surplus"],
        )


@permitted_council(
    Action.TRY_TERMS, post=Action.TRY_TERMS, called=_("Whether a price can pay a wage")
)
def wage_price(request: Asked) -> HttpResponse:
    """A price and a wage tried beside each other; nothing is kept (R-MP-06)."""
    form = PriceForm(sent(request), figures=structure(request.today))
    context: dict[str, object] = {"form": form, "floors": known_floors(request.today)}
    if request.method == "POST" and form.is_valid():
        try:
            context["result"] = _worked(form)
        except FiguresWrong as wrong:
            form.refuse(WRONG[wrong.why], wrong.field)
    return render(request, "wages/price.html", context, status=422 if form.errors else 200)


def known_floors(on: date) -> list[tuple[str, str]]:
    """What may stand as a wage on a day: the minimum at 21 and the Real Living Wage."""
    found = []
    for words, rate in ((_("National Living Wage"), floor), (_("Real Living Wage"), None)):
        try:
            held = rate(FLOORS[0], on) if rate else living_wage(on)
        except NothingInForce:
            continue
        found.append((str(words), told(Fraction(held.pounds))))
    return found


def _worked(form: PriceForm) -> dict[str, object]:
    cost, price, wage = form.cost(), form.pounds("price"), form.pounds("wage")
    parts = price_of(wage, cost)
    needed = sum((part.pounds for part in parts), Fraction(0))
    possible = wage_from(price, cost)
    return {
        "parts": [(PARTS[part.code], told(part.pounds)) for part in parts],
        "needed": told(needed),
        "pays": needed <= Fraction(price),
        "short": told(needed - Fraction(price)),
        "possible": told(possible),
        "front_line": round(front_line_share(possible, price, cost) * PENCE),
        "price": told(Fraction(price)),
        "wage": told(Fraction(wage)),
    }
