"""Bank details: of whom we have them, how they came, and their change by two people."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import may_in_council
from whatmatters.access.queries.bodies import council_body, organisations_outside
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council, sent, status
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.payments.queries.banking import bank_history, bank_proposal, in_use, waiting
from whatmatters.payments.services import answer_bank_details, ask_bank_details
from whatmatters.payments.web.bank_answer_form import AnswerForm
from whatmatters.payments.web.bank_forms import AskForm
from whatmatters.payments.web.bank_shown import shown_banks
from whatmatters.payments.web.refusal_words import refusal_words
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

# Which question a refusal belongs to.
ASKED_BY = {
    "not_a_sort_code": "sort_code",
    "not_an_account_number": "account_number",
    "account_name_not_writable": "account_name",
    "not_a_service_user_number": "service_user",
    "not_a_telephone": "telephone",
    "call_in_future": "called_on",
    "how_found_missing": "found",
}


@permitted_council(Action.SEE_RUNS)
def payee_list(request: Asked) -> HttpResponse:
    """Every organisation of the council with the account that is in use, and what waits."""
    everybody = _names(request.actor.council_id)
    page = paging(ListForm(request.GET), len(everybody))
    names = dict(list(everybody.items())[page.start : page.start + PER_PAGE])
    used = in_use(request.actor.council_id, names)
    shown = {one.organisation_id: one for one in shown_banks(request.actor, tuple(used.values()))}
    context = {
        "payees": [(who, name, shown.get(who)) for who, name in names.items()],
        "waiting": shown_banks(request.actor, waiting(request.actor.council_id)),
        "may_change": may_in_council(request.actor, Action.CHANGE_BANK_DETAILS),
        "paging": page,
    }
    return render(request, "payments/payee_list.html", context)


@permitted_council(Action.SEE_RUNS)
def payee(request: Asked, payee_id: int) -> HttpResponse:
    """One organisation: what is in use, what waits, and everything before."""
    name = _name(request, payee_id)
    history = shown_banks(request.actor, bank_history(request.actor.council_id, payee_id))
    context = {
        "name": name,
        "payee_id": payee_id,
        "used": next((one for one in history if one.state == "confirmed"), None),
        "waits": history[0] if history and history[0].state == "waits" else None,
        "history": history,
        "may_change": may_in_council(request.actor, Action.CHANGE_BANK_DETAILS),
    }
    return render(request, "payments/payee.html", context)


@permitted_council(Action.CHANGE_BANK_DETAILS, post=Action.CHANGE_BANK_DETAILS)
def bank_ask(request: Asked, payee_id: int) -> HttpResponse:
    """Ask that other bank details be used; they wait for somebody else."""
    name = _name(request, payee_id)
    form = AskForm(sent(request))
    if form.is_valid():
        try:
            made = ask_bank_details(
                by=request.actor,
                at=request.at,
                on=request.today,
                organisation_id=payee_id,
                given=form.given(),
            )
        except Refusal as refusal:
            form.refuse(refusal_words(refusal), ASKED_BY.get(refusal.code))
        else:
            messages.success(request, _("Kept. Nothing changes until somebody else confirms it."))
            return HttpResponseRedirect(reverse("bank_answer", args=[made]))
    context = {"form": form, "name": name, "payee_id": payee_id}
    return render(request, "payments/bank_ask.html", context, status=status(request))


@permitted_council(Action.CHANGE_BANK_DETAILS, post=Action.CHANGE_BANK_DETAILS)
def bank_answer(request: Asked, proposal_id: int) -> HttpResponse:
    """Details that wait: somebody else confirms them, or anybody puts them aside."""
    facts = bank_proposal(request.actor.council_id, proposal_id)
    if facts is None:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        confirmed = form.cleaned_data["answer"] == "confirm"
        try:
            answer_bank_details(
                by=request.actor, at=request.at, proposal_id=proposal_id, confirmed=confirmed
            )
        except Refusal as refusal:
            form.refuse(refusal_words(refusal))
        else:
            done = _("Confirmed. The next run points it out.") if confirmed else _("Put aside.")
            messages.success(request, done)
            return HttpResponseRedirect(reverse("payee", args=[facts.organisation_id]))
    (shown,) = shown_banks(request.actor, [facts])
    newest = bank_history(request.actor.council_id, facts.organisation_id)[0]
    context = {
        "form": form,
        "one": shown,
        "mine": facts.asked_by_id == request.actor.user_id,
        "open": facts.confirmed is None and newest.proposal_id == proposal_id,
    }
    return render(request, "payments/bank_answer.html", context, status=status(request))


def _names(council_id: int) -> dict[int, str]:
    """The council itself first, then everybody else by name."""
    body = council_body(council_id)
    own = organisation_names([body]) if body is not None else {}
    return own | organisations_outside(council_id, accounts=True)


def _name(request: Asked, payee_id: int) -> str:
    names = _names(request.actor.council_id)
    if payee_id not in names:
        raise Http404
    return names[payee_id]
