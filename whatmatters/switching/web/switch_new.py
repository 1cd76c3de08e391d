"""A switch is opened."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent, status
from whatmatters.rules.permissions import Action
from whatmatters.rules.switching import WayFrom, WayTo
from whatmatters.switching.services import open_switch
from whatmatters.switching.web.contracts import contracts_shown, patch_names
from whatmatters.switching.web.sending import made_once
from whatmatters.switching.web.switch_form import SwitchForm

DECIDES = Action.CHANGE_CONTRACTS
NEW = gettext_lazy("Open a switch")


@permitted_council(DECIDES, post=DECIDES, called=NEW)
def switch_new(request: Asked) -> HttpResponse:
    """A switch, and a plan in draft for everybody in it. Nobody is moved by it."""
    named = contracts_shown(request.actor.council_id)
    form = SwitchForm(
        sent(request),
        old={pk: one.named for pk, one in named.items() if one.facts.model in set(WayFrom)},
        new={pk: one.named for pk, one in named.items() if one.facts.model in set(WayTo)},
        where=patch_names(request.actor.council_id),
    )
    if form.is_valid():

        def verb() -> int:
            return open_switch(by=request.actor, at=request.at, given=form.given())

        made = made_once(request, form, verb)
        if made is not None:
            messages.success(request, _("The switch is open. Nobody is moved yet."))
            return redirect("switch", switch_id=made)
    context = {"form": form, "title": NEW}
    return render(request, "switching/switch_new.html", context, status=status(request))
