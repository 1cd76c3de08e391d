"""The charging laboratory (R-NX-09): bases beside each other, by income, with the law's limits."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.charging.services.weeks import affordable
from whatmatters.charging.web.laboratory_form import LaboratoryForm
from whatmatters.charging.web.money_words import told_money, told_pence
from whatmatters.charging.web.names import BASES, RATES
from whatmatters.charging.web.refusal_words import refusal_words
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.limits.web.standing import charging_rules
from whatmatters.places.queries import council
from whatmatters.rules.charging.laboratory import (
    Conflict,
    Household,
    Tried,
    compare,
    conflicts,
)
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import week_of
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

RULES = {
    "affordable": gettext_lazy("less would be left than must be left"),
    "national_cap": gettext_lazy("it is above the most that may be charged in a week"),
    "cost": gettext_lazy("it is above what the services cost the council"),
}


@dataclass(frozen=True, slots=True)
class CellShown:
    """A charge, and what is left after housing and charge."""

    basis: str
    charge: str
    left: str


@dataclass(frozen=True, slots=True)
class RowShown:
    """One household, and its charge by each basis."""

    income: str
    can: str
    cells: tuple[CellShown, ...]


@permitted_council(
    Action.TRY_TERMS, post=Action.TRY_TERMS, called=gettext_lazy("Compare ways of charging")
)
def charging_laboratory(request: Asked) -> HttpResponse:
    """Invented households; nothing of it becomes anybody's charge."""
    place = council(request.actor.council_id)
    nation = place.nation if place else ""
    form = LaboratoryForm(sent(request), nation=nation)
    context: dict[str, object] = {"form": form, "charging_rules": charging_rules(request)}
    if request.method == "POST" and form.is_valid():
        try:
            context |= _worked(request, form, nation)
        except Refusal as refusal:
            field = str(refusal.params.get("field", ""))
            form.refuse(refusal_words(refusal), field if field in form.fields else None)
    status = 422 if form.errors else 200
    return render(request, "charging/laboratory.html", context, status=status)


def _worked(request: Asked, form: LaboratoryForm, nation: str) -> dict[str, object]:
    week = week_of(request.today)
    households = []
    for income in form.cleaned_data["incomes"]:
        means = form.means(income)
        can = affordable(nation, means, week.start)
        households.append(Household(income, means.housing_costs, can))
    rows = compare(week, form.asked(), form.facts(), households)
    rates = {rate for household in households for rate in household.affordable.rates}
    return {
        "bases": [str(BASES[tried.basis]) for tried in rows[0]],
        "rows": [_row(one, row) for one, row in zip(households, rows, strict=True)],
        "conflicts": [_conflict(one, len(rows)) for one in conflicts(rows)],
        "unverified": sorted(str(RATES[rate.key]) for rate in rates if not rate.verified),
    }


def _row(household: Household, row: Sequence[Tried]) -> RowShown:
    can = household.affordable.pence
    return RowShown(
        told_money(exact_text(household.income)),
        _("no limit") if can is None else told_pence(exact_text(can)),
        tuple(
            CellShown(
                str(BASES[one.basis]), pounds(one.charge.pence), told_pence(exact_text(one.left))
            )
            for one in row
        ),
    )


def _conflict(one: Conflict, households: int) -> str:
    words = _(
        "%(basis)s: at %(n)s of %(all)s incomes the law allows less, by up to %(sum)s, because "
        "%(why)s."
    )
    return words % {
        "basis": BASES[one.basis],
        "n": one.households,
        "all": households,
        "sum": told_pence(exact_text(one.most)),
        "why": RULES[one.rule],
    }
