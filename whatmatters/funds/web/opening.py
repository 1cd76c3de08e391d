"""The council opens a fund for a person: the contract, the first day, the year's budget."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted, sent
from whatmatters.commissioning.queries import contract_facts
from whatmatters.funds.queries.funds import MODEL
from whatmatters.funds.services import open_fund
from whatmatters.funds.web.acting import ActPage, around_funds
from whatmatters.funds.web.opening_form import OpenForm
from whatmatters.people.web.one_form import shown, written
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("Open a fund")


@permitted(Action.AGREE_FUND, person="person_id", post=Action.AGREE_FUND, called=TITLE)
def fund_open(request: Asked, person_id: int) -> HttpResponse:
    """The budget of a year, and each setting with whose tradition it follows and its risk."""
    contracts, around = _contracts(request), around_funds(request, person_id)
    form = OpenForm(sent(request), contracts=contracts) if contracts else None
    if form is not None and request.method == "POST" and form.is_valid():
        given = form.given(person_id)
        made = written(
            request, form, lambda: open_fund(by=request.actor, at=request.at, given=given), around
        )
        if made is not None:
            return redirect("fund", fund_id=made)
    page = ActPage(
        TITLE,
        _("A year of 13 instalments. It begins on the day you say, and is one person’s alone."),
        _("Open the fund"),
        _("No provider has a contract for individual service funds here. It comes first."),
    )
    return shown(request, person_id, form, page, around)


def _contracts(request: Asked) -> list[tuple[str, str]]:
    found = [
        one
        for one in contract_facts(request.actor.council_id)
        if one.model == MODEL and (one.ends is None or one.ends >= request.today)
    ]
    names = organisation_names({one.provider_id for one in found})
    return [(str(one.id), f"{names[one.provider_id]}, {one.reference}") for one in found]
