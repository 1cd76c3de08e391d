"""The home-care services of the area as the regulator publishes them."""

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.web import Asked, permitted_council
from whatmatters.exchange.queries.register import registered_services
from whatmatters.rules.permissions import Action


@permitted_council(Action.SEE_CONTRACTS)
def care_register(request: Asked) -> HttpResponse:
    """Services that are registered, and those that have left; published facts only."""
    services = registered_services(request.actor.council_id)
    gone = registered_services(request.actor.council_id, left=True)
    newest = max((one.published_on for one in (*services, *gone)), default=None)
    told = {"services": services, "gone": gone, "published_on": newest}
    return render(request, "exchange/care_register.html", told)
