"""A person's funds: who holds each, for which days, and what is left."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted
from whatmatters.funds.queries import account_lines, fund_facts
from whatmatters.funds.web.found import base_of
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import person as person_of
from whatmatters.rules.permissions import Action


@permitted(Action.SEE_FUND, person="person_id", called=gettext_lazy("Individual service funds"))
def fund_list(request: Asked, person_id: int) -> HttpResponse:
    """The newest first; of a provider's reader, its own."""
    council_id = request.actor.council_id
    who = person_of(person_id, council_id=council_id)
    if who is None:
        raise Http404
    only = request.sight.provider_id
    funds = fund_facts(council_id, person_id=person_id, provider_id=only)
    names = organisation_names({one.provider_id for one in funds})
    left = {line.fund_id: line.left for line in account_lines(one.id for one in funds)}
    told = {
        "base": base_of(request),
        "own": is_own(request.sight),
        "name": who.known_as,
        "person_id": person_id,
        "funds": [(one, names[one.provider_id], left.get(one.id, 0)) for one in funds],
        "may_open": Action.AGREE_FUND in request.sight.actions and not who.died_on,
    }
    return render(request, "funds/fund_list.html", told)
