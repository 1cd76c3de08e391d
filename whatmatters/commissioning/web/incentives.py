"""The incentive audit: which way each live contract pulls its provider."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.commissioning.queries.incentives import audits
from whatmatters.commissioning.web.pull_filter import PullFilter
from whatmatters.commissioning.web.pulls import Shown, shown
from whatmatters.frontend.listing import PER_PAGE, paging
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.policy.wages import FLOORS, cost_structure, floor
from whatmatters.rules.effective import NothingInForce
from whatmatters.rules.money import half_up
from whatmatters.rules.permissions import Action
from whatmatters.rules.wages.price import staff_cost


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
    told = [shown(one, names.get(one.contract.provider_id, "")) for one in found]
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
        "pull": one.flags[0][0] if one.flags else "none",
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
