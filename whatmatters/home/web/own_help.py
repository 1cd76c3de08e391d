"""What a reader offers to people, with its limits: theirs to read for ever, and to take back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.home.queries.own_help import OwnHelp, own_help_of
from whatmatters.letters.queries.messages import carer_requests_by
from whatmatters.letters.web.message_words import everybody, shown
from whatmatters.people.services import withdraw_help
from whatmatters.people.web.help_shown import help_shown
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent


@permitted_council(Action.SEE_OWN_HELP_OFFERS, post=Action.SEE_OWN_HELP_OFFERS)
def own_help(request: Asked) -> HttpResponse:
    """Everything that they offered, person by person; a button beside each takes it back."""
    if request.method == "POST":
        _take_back(request)
        return redirect("own_help")
    found = own_help_of(request.actor, on=request.today)
    asked = carer_requests_by(request.actor.council_id, request.actor.user_id)
    users = user_names(everybody(asked))
    context = {
        "people": [_told(one, request) for one in found],
        "asked": [shown(one, users, answers=False) for one in asked],
    }
    return render(request, "home/own_help.html", context)


def _take_back(request: Asked) -> None:
    """A second click finds it taken back and says the same."""
    asked = request.POST.get("withdraw", "")
    if asked.isascii() and asked.isdigit():
        try:
            withdraw_help(by=request.actor, at=request.at, offer_id=int(asked))
        except Absent:
            return
        messages.success(request, _("Taken back. Nobody may count on it from now on."))


def _told(one: OwnHelp, request: Asked) -> dict[str, object]:
    told = [help_shown(offer, on=request.today) for offer in one.offers]
    return {
        "id": one.person_id,
        "name": one.name,
        "lets_in": one.lets_in,
        "offers": [offer for offer in told if not offer.withdrawn],
        "withdrawn": [offer for offer in told if offer.withdrawn],
    }
