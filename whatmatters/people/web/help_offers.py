"""What those close to a person offer: written by each for themselves, read by who plans."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.people.queries import PersonFacts, help_offer, person
from whatmatters.people.queries import help_offers as read_offers
from whatmatters.people.queries.help_offers import person_of_help_offer
from whatmatters.people.services import change_help, offer_help
from whatmatters.people.web.help_form import HelpChangeForm, HelpForm, initial
from whatmatters.people.web.help_shown import help_shown
from whatmatters.people.web.refusal_words import refusal_words
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.refusals import Refusal


@permitted(Action.SEE_HELP_OFFERS, person="person_id")
def help_offers(request: Asked, person_id: int) -> HttpResponse:
    """All that is offered to her, each in the words of whoever offers it; to read."""
    found = read_offers(request.actor.council_id, person_id, on=request.today)
    told = [help_shown(one, on=request.today) for one in found]
    own = Relationship.SELF in request.sight.relationships
    context = {
        "base": "frontend/base_person.html" if own else "frontend/base.html",
        "own": own,
        "person": _person(request, person_id),
        "stand": [one for one in told if one.stands],
        "over": [one for one in told if not one.stands],
    }
    return render(request, "people/help_offers.html", context)


@permitted(
    Action.OFFER_HELP,
    person="person_id",
    post=Action.OFFER_HELP,
    called=gettext_lazy("What I offer to do"),
)
def help_offer_new(request: Asked, person_id: int) -> HttpResponse:
    """Offer one thing."""
    form = HelpForm(sent(request))
    if form.is_valid() and _kept(
        request,
        form,
        lambda: offer_help(
            by=request.actor,
            at=request.at,
            on=request.today,
            person_id=person_id,
            offered=form.offered(),
        ),
    ):
        return redirect("own_help")
    return _page(request, form, _person(request, person_id), changes=False)


@permitted(
    Action.OFFER_HELP,
    person=person_of_help_offer,
    post=Action.OFFER_HELP,
    called=gettext_lazy("What I offer to do"),
)
def help_offer_change(request: Asked, offer_id: int) -> HttpResponse:
    """Say one's own offer anew. Another's is nobody else's to open here."""
    held = help_offer(request.actor.council_id, offer_id, by_id=request.actor.user_id)
    if held is None:
        raise PermissionDenied
    if held.now.withdrawn:
        return redirect("own_help")
    form = HelpChangeForm(sent(request), initial=initial(held))
    if form.is_valid() and _kept(
        request,
        form,
        lambda: change_help(
            by=request.actor,
            at=request.at,
            on=request.today,
            offer_id=offer_id,
            number=form.cleaned_data["number"],
            offered=form.offered(),
        ),
    ):
        return redirect("own_help")
    return _page(request, form, _person(request, held.person_id), changes=True)


def _kept(request: Asked, form: HelpForm, verb: Callable[[], int]) -> bool:
    """Whether it is kept now; sent twice, it is kept once."""
    token = form.cleaned_data["form_token"]
    try:
        take_once(by=request.actor, at=request.at, token=token, verb=verb)
    except Refusal as refusal:
        field = str(refusal.params.get("field", ""))
        form.refuse(refusal_words(refusal), field if field in form.fields else None)
        return False
    messages.success(request, _("It is kept in your words. You can change it at any time."))
    return True


def _page(request: Asked, form: HelpForm, who: PersonFacts, *, changes: bool) -> HttpResponse:
    context = {"form": form, "person": who, "changes": changes}
    return render(request, "people/help_offer.html", context, status=status(request))


def _person(request: Asked, person_id: int) -> PersonFacts:
    who = person(person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    return who
