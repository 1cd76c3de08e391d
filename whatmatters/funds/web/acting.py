"""A page with one form about one fund: found, sent once, refused beside its question."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, status
from whatmatters.frontend.forms import PageForm
from whatmatters.funds.queries import FundFacts
from whatmatters.funds.web.found import base_of
from whatmatters.funds.web.words import BESIDE, fund_refused
from whatmatters.people.queries import person as person_of
from whatmatters.rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class ActPage:
    """One page: its title and lead, the words of its button, and what to say without a form."""

    title: str | Promise
    lead: str
    send: str
    nothing: str = ""


def written(request: Asked, form: PageForm, verb: Callable[[], int]) -> int | None:
    """What the verb made, or None where it was refused: then the form says why."""
    token = form.cleaned_data["form_token"]
    try:
        return take_once(by=request.actor, at=request.at, token=token, verb=verb)
    except Refusal as refusal:
        field = str(refusal.params.get("field", BESIDE.get(refusal.code, "")))
        form.refuse(fund_refused(refusal), field if field in form.fields else None)
        return None


def act_page(
    request: Asked,
    fund: FundFacts,
    form: PageForm | None,
    verb: Callable[[], int],
    page: ActPage,
) -> HttpResponse:
    """The page; what is kept leads back to the fund."""
    sent = form is not None and request.method == "POST" and form.is_valid()
    if form is not None and sent and written(request, form, verb) is not None:
        messages.success(request, _("This is kept."))
        return redirect("fund", fund_id=fund.id)
    return shown(request, fund.person_id, form, page, fund)


def shown(
    request: Asked, person_id: int, form: PageForm | None, page: ActPage, fund: FundFacts | None
) -> HttpResponse:
    """The page with its form, or with what to say without one."""
    who = person_of(person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    told = {
        "base": base_of(request),
        "name": who.known_as,
        "person_id": person_id,
        "fund": fund,
        "form": form,
        "page": page,
    }
    return render(request, "funds/enter.html", told, status=status(request))
