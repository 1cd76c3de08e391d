"""Contracts that pay whole shifts."""

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.queries import may_in_council, own_organisation_only
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.rules.permissions import Action
from whatmatters.shifts.queries import schemes
from whatmatters.shifts.web.words import METHODS


@permitted_council(Action.SEE_SHIFTS)
def shift_schemes(request: Asked) -> HttpResponse:
    """Each that this reader may see: with whom, who pays, and how it is divided today."""
    own = own_organisation_only(request.actor, Action.SEE_SHIFTS)
    found = schemes(request.actor.council_id, request.today, body_id=own)
    names = organisation_names(
        {pk for one in found for pk in (one.contract.provider_id, *dict(one.contract.payers))}
    )
    rows = [
        {
            "facts": one,
            "provider": names[one.contract.provider_id],
            "payers": [names[pk] for pk, _ in one.contract.payers],
            "method": METHODS[one.terms.terms_on(request.today).method],
        }
        for one in found
    ]
    may_open = may_in_council(request.actor, Action.CHANGE_CONTRACTS)
    return render(request, "shifts/scheme_list.html", {"rows": rows, "may_open": may_open})
