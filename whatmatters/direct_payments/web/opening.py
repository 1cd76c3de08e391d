"""The council opens a direct payment that the person chose."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted, sent
from whatmatters.commissioning.queries import contract_facts
from whatmatters.direct_payments.queries.direct import MODEL
from whatmatters.direct_payments.services import open_direct
from whatmatters.direct_payments.web.acting import around_all
from whatmatters.direct_payments.web.opening_form import OpenForm
from whatmatters.frontend.templatetags.wm import day, pounds
from whatmatters.outcomes.queries import route_offers
from whatmatters.people.web.one_form import ActPage, shown, written
from whatmatters.rules.outcomes import Route
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("Open a direct payment")


@permitted(Action.AGREE_FUND, person="person_id", post=Action.AGREE_FUND, called=TITLE)
def direct_open(request: Asked, person_id: int) -> HttpResponse:
    """Its budget is the value that both ways had; each setting is explained."""
    routes, contracts = _routes(request, person_id), _contracts(request)
    around = around_all(request, person_id)
    ready = routes and contracts
    form = OpenForm(sent(request), routes=routes, contracts=contracts) if ready else None
    if form is not None and request.method == "POST" and form.is_valid():
        given = form.given(person_id)
        made = written(
            request,
            form,
            lambda: open_direct(by=request.actor, at=request.at, given=given),
            around,
        )
        if made is not None:
            return redirect("direct", direct_id=made)
    page = ActPage(
        TITLE,
        _(
            "It is worth what the plan was: nobody writes a budget. It is paid before each four "
            "weeks."
        ),
        _("Open the direct payment"),
        _nothing(bool(routes)),
    )
    return shown(request, person_id, form, page, around)


def _nothing(chosen: bool) -> str:
    if chosen:
        return _("Nobody runs direct payments here under a contract. It comes first.")
    return _(
        "The person has not chosen a direct payment. When a plan is reviewed, both ways are "
        "offered with advice; the person’s choice comes first."
    )


def _routes(request: Asked, person_id: int) -> list[tuple[str, str]]:
    offers = route_offers(request.actor.council_id, [person_id])
    words = _("Chosen on %(day)s; the plan was worth %(pounds)s")
    return [
        (str(one.route_id), words % {"day": day(one.chosen_on), "pounds": pounds(one.value)})
        for one in reversed(offers)
        if one.chosen is Route.DIRECT_PAYMENT
    ]


def _contracts(request: Asked) -> list[tuple[str, str]]:
    found = [
        one
        for one in contract_facts(request.actor.council_id)
        if one.model == MODEL and (one.ends is None or one.ends >= request.today)
    ]
    names = organisation_names({one.provider_id for one in found})
    return [(str(one.id), f"{names[one.provider_id]}, {one.reference}") for one in found]
