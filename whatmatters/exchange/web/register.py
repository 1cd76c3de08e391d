"""The home-care services of the area as the regulator publishes them."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from whatmatters.access.web import Asked, permitted_council
from whatmatters.exchange.queries.register import registered_services
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.rules.permissions import Action


class RegisterFilter(ListForm):
    """Those that are registered now, or those that have left."""

    stand = forms.ChoiceField(
        label=_("Services"),
        required=False,
        choices=[("", _("Registered now")), ("left", _("Services that have left"))],
    )


@permitted_council(Action.SEE_CONTRACTS)
def care_register(request: Asked) -> HttpResponse:
    """Services that are registered, and those that have left; published facts only."""
    services = registered_services(request.actor.council_id)
    gone = registered_services(request.actor.council_id, left=True)
    newest = max((one.published_on for one in (*services, *gone)), default=None)
    form = RegisterFilter(request.GET)
    wanted = gone if form.chosen().get("stand") else services
    page = paging(form, len(wanted))
    told = {
        "registered": len(services),
        "left": bool(form.chosen()),
        "rows": wanted[page.start : page.start + PER_PAGE],
        "published_on": newest,
        "filters": form,
        "paging": page,
    }
    return render(request, "exchange/care_register.html", told)
