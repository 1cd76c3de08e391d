"""A query is written down, then its answer; both can be put right."""

from functools import partial

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.limits.services import ask_query, tell_query
from whatmatters.limits.web.query_form import AskForm, TellForm, as_it_stands
from whatmatters.limits.web.sending import form_page, found_limit
from whatmatters.rules.permissions import Action

KEEP = Action.KEEP_LIMITS
ASK = gettext_lazy("Write down what was asked")
TELL = gettext_lazy("What was answered")


@permitted_council(KEEP, post=KEEP, called=ASK)
def limit_ask(request: Asked, limit_id: int) -> HttpResponse:
    """To whom, on which day, what. Nothing is sent from here."""
    one = found_limit(request, limit_id)
    form = AskForm(sent(request), initial={"asked_on": request.today})

    def verb() -> int:
        return ask_query(by=request.actor, at=request.at, limit_id=one.id, given=form.given())

    lead = _("Nothing is sent from here: write down what you sent, so that it is not forgotten.")
    return form_page(request, form, verb, {"title": ASK, "lead": lead, "send": _("Keep this")}, one)


@permitted_council(KEEP, post=KEEP, called=TELL)
def limit_query(request: Asked, limit_id: int, query_asked: int) -> HttpResponse:
    """The query as it was written, and its answer with what follows."""
    one = found_limit(request, limit_id)
    held = next((query for query in one.asked if query.query == query_asked), None)
    if held is None:
        raise Http404
    form = TellForm(sent(request), initial=as_it_stands(held))

    def verb() -> int:
        tell = partial(tell_query, by=request.actor, at=request.at, limit_id=one.id)
        return tell(query=query_asked, given=form.given(), seen=form.cleaned_data["seen"])

    lead = _(
        "What is written here is a newer version: how the query stood before stays to be read. "
        "Said to be gone, the entry stands in nobody’s way from that day on."
    )
    said = {"title": TELL, "lead": lead, "send": _("Keep this")}
    return form_page(request, form, verb, said, one)
