"""The incentive audit: what one more hour of need does to a provider under each live contract."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.commissioning.queries.incentives import Audit, audits
from whatmatters.commissioning.web.contract_words import WAY_NAMES
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.policy.wages import FLOORS, cost_structure, floor
from whatmatters.rules.commissioning import Incentive
from whatmatters.rules.effective import NothingInForce
from whatmatters.rules.money import half_up
from whatmatters.rules.permissions import Action
from whatmatters.rules.wages.price import staff_cost


class PullFilter(ListForm):
    """Which way it pulls, with whom it is, and how it pays."""

    pull = forms.ChoiceField(
        label=gettext_lazy("Which way it pulls"),
        required=False,
        choices=[
            ("", gettext_lazy("Any way")),
            ("bad", gettext_lazy("Income moves as soon as need does")),
            ("good", gettext_lazy("Nothing moves until it is agreed anew")),
            ("none", gettext_lazy("Not worked out")),
        ],
    )
    provider = forms.ChoiceField(label=gettext_lazy("With whom"), required=False)
    way = forms.ChoiceField(label=gettext_lazy("How it pays"), required=False)


@dataclass(frozen=True, slots=True)
class Shown:
    """A contract, and what an hour more does, in words with a kind of flag. Sums are pence."""

    audit: Audit
    provider: str
    way: object
    flag: tuple[str, str] | None
    income: int | None
    anew: int | None
    surplus: int | None


@permitted_council(Action.SEE_CONTRACTS)
def incentives(request: Asked) -> HttpResponse:
    """Every contract that runs, worked out from its newest agreement; nobody is named."""
    cost = hour_cost(request.today)
    found = audits(request.actor.council_id, request.today, cost)
    names = organisation_names(one.contract.provider_id for one in found)
    form = PullFilter(request.GET)
    ways = sorted({one.contract.model for one in found})
    form.offer("way", _("Any way of paying"), ((way, WAY_NAMES.get(way, way)) for way in ways))
    form.offer("provider", _("Anybody"), sorted(names.items(), key=lambda one: one[1]))
    told = [_shown(one, names.get(one.contract.provider_id, "")) for one in found]
    rows = [one for one in told if _is_like(one, form.chosen())]
    page = paging(form, len(rows))
    context = {
        "rows": rows[page.start : page.start + PER_PAGE],
        "cost": cost,
        "filters": form,
        "filtered": bool(form.chosen()),
        "paging": page,
    }
    return render(request, "commissioning/incentives.html", context)


def _is_like(one: Shown, wanted: Mapping[str, str]) -> bool:
    told = {
        "pull": one.flag[0] if one.flag else "none",
        "provider": str(one.audit.contract.provider_id),
        "way": one.audit.contract.model,
    }
    return all(told[key] == value for key, value in wanted.items())


def hour_cost(on: date) -> int | None:
    """Pence of an hour with people at the minimum wage of a day; None where it is not known."""
    try:
        wage = floor(FLOORS[0], on).pounds
        return half_up(staff_cost(wage, cost_structure(on)) * Fraction(100))
    except NothingInForce:
        return None


def _shown(one: Audit, provider: str) -> Shown:
    way = WAY_NAMES.get(one.contract.model, one.contract.model)
    told = one.incentive
    if told is None:
        return Shown(one, provider, way, None, None, None, None)
    now, anew = told.income_pence, told.replanned_pence
    return Shown(one, provider, way, sign(told), now, anew, told.surplus_pence)


def sign(told: Incentive) -> tuple[str, str]:
    """Which way a contract pulls: a kind of flag and its words."""
    if told.income_pence > 0:
        return "bad", _("Pays more as soon as need grows, and less when a person gets better")
    if told.income_pence < 0:
        return "bad", _("Pays less as soon as need grows")
    if told.replanned_pence > 0:
        return "good", _("Pays nothing more until it is agreed anew")
    return "good", _("Pays the same, whatever need does")
