"""A person's direct payments: from which day, and into whose account."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted
from whatmatters.direct_payments.queries import direct_facts
from whatmatters.direct_payments.web.found import base_of
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import person as person_of
from whatmatters.rules.permissions import Action


@permitted(Action.SEE_FUND, person="person_id", called=gettext_lazy("Direct payments"))
def direct_list(request: Asked, person_id: int) -> HttpResponse:
    """The newest first; of a provider's reader, those whose money it manages."""
    council_id = request.actor.council_id
    who = person_of(person_id, council_id=council_id)
    if who is None:
        raise Http404
    only = request.sight.provider_id
    found = direct_facts(council_id, person_id=person_id, provider_id=only)
    names = organisation_names({one.account_id for one in found})
    told = {
        "base": base_of(request),
        "own": is_own(request.sight),
        "name": who.known_as,
        "person_id": person_id,
        "found": [(one, names[one.account_id]) for one in found],
        "may_open": Action.AGREE_FUND in request.sight.actions and not who.died_on,
    }
    return render(request, "direct_payments/direct_list.html", told)
