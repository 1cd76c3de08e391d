"""After the first support: the council advises and offers, and the person chooses (R-WI-14)."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.outcomes.queries import RouteOffer, route_offers, version
from whatmatters.outcomes.services import choose_route, offer_routes
from whatmatters.outcomes.web.addresses import person_of_version
from whatmatters.outcomes.web.person_page import PersonPage, person_page
from whatmatters.outcomes.web.speaking import party_of
from whatmatters.outcomes.web.taking import taken
from whatmatters.rules.outcomes import Party, Route
from whatmatters.rules.people import Authority
from whatmatters.rules.permissions import Action

ROUTES = {
    Route.PROVIDER_PLAN: gettext_lazy("A plan with a provider"),
    Route.DIRECT_PAYMENT: gettext_lazy("A direct payment"),
}


class OfferForm(PageForm):
    """The advice, as it was given."""

    advice = WordsField(
        label=gettext_lazy("Which advice did you give?"),
        help_text=gettext_lazy("Both routes have the same value. Say what each would ask of them."),
        rows=6,
    )


class ChooseForm(PageForm):
    """One of two."""

    route = OneOf(
        label=gettext_lazy("Which do you choose?"),
        choices=[
            (
                str(Route.PROVIDER_PLAN),
                ROUTES[Route.PROVIDER_PLAN],
                gettext_lazy("A provider and you write the next plan, and three agree to it."),
            ),
            (
                str(Route.DIRECT_PAYMENT),
                ROUTES[Route.DIRECT_PAYMENT],
                gettext_lazy("You have the money, and find and pay for your support yourself."),
            ),
        ],
    )
    supported = forms.BooleanField(
        label=gettext_lazy("Somebody helped me to decide"), required=False
    )

    def __init__(self, data: Any = None, *, own: bool, name: str, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if not own:
            self.fields["route"].label = _("Which do you choose for %(name)s?") % {"name": name}
            del self.fields["supported"]


@permitted(
    Action.CHOOSE_ROUTE,
    person=person_of_version,
    post=Action.CHOOSE_ROUTE,
    called=gettext_lazy("Two routes"),
)
def plan_routes(request: Asked, version_id: int) -> HttpResponse:
    """The council writes its advice down, which offers both routes; then the person chooses."""
    page = person_page(request, "plan")
    facts = version(version_id, council_id=request.actor.council_id)
    if facts is None:
        raise Http404
    offers = route_offers(request.actor.council_id, [page.person.id])
    offer = next((one for one in offers if one.version_id == version_id), None)
    form = _form(request, page, offer, as_block=facts.as_block)
    if form is not None and form.is_valid() and _is_taken(request, form, version_id):
        return redirect("plan_routes", version_id=version_id)
    shown = {
        "page": page,
        "form": form,
        "offer": offer,
        "chosen": ROUTES[offer.chosen] if offer and offer.chosen else "",
        "value": facts.price,
        "as_block": facts.as_block,
    }
    return render(request, "outcomes/plan_routes.html", shown, status=status(request))


def _form(
    request: Asked, page: PersonPage, offer: RouteOffer | None, *, as_block: bool
) -> PageForm | None:
    """The council's form before an offer, the person's after it; none where it is not their turn.

    A form that is sent twice is let through, so that the second sending is told as the first. A
    plan that is paid as a block has no value that a direct payment could be worth.
    """
    for_person = party_of(request.sight) is Party.PERSON
    again = request.method == "POST" and not as_block
    if for_person and offer is not None and (again or offer.chosen is None):
        return ChooseForm(sent(request), own=page.is_own, name=page.name)
    if not (for_person or as_block) and (again or offer is None):
        return OfferForm(sent(request))
    return None


def _is_taken(request: Asked, form: PageForm, version_id: int) -> bool:
    told = form.cleaned_data
    who: dict[str, Any] = {
        "by": request.actor,
        "at": request.at,
        "on": request.today,
        "version_id": version_id,
    }
    if isinstance(form, OfferForm):
        verb = partial(offer_routes, advice=told["advice"], **who)
        words = _("The advice is kept, and both routes are offered.")
    else:
        verb = partial(_choose, Route(told["route"]), bool(told.get("supported")), **who)
        words = _("Your choice is kept.")
    if taken(request, form, verb) is None:
        return False
    messages.success(request, words)
    return True


def _choose(route: Route, helped: bool, **who: Any) -> int:
    choose_route(route=route, authority=Authority.SUPPORTED if helped else None, **who)
    return int(who["version_id"])
