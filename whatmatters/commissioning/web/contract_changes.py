"""What changes in a contract that runs: its terms from a day, its lead of a patch, its last day."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted_council, sent, status
from whatmatters.commissioning.queries import ContractFacts
from whatmatters.commissioning.queries.contract_page import read_contract
from whatmatters.commissioning.services import end_contract, lead_patch, new_terms
from whatmatters.commissioning.web.contract_change_forms import EndForm, FromForm, TermsForm
from whatmatters.commissioning.web.contract_settings import (
    asked_of,
    kept_terms,
    numbered,
    on_day,
)
from whatmatters.commissioning.web.contract_words import refused
from whatmatters.commissioning.web.contracts import contract_asked, patch_names
from whatmatters.frontend.forms import PageForm
from whatmatters.frontend.problem_words import problem_text
from whatmatters.rules.commissioning import Problems
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

Verb = Callable[[], int]


@permitted_council(
    Action.CHANGE_CONTRACTS, post=Action.CHANGE_CONTRACTS, called=gettext_lazy("Change the terms")
)
def contract_terms(request: Asked, contract_id: int) -> HttpResponse:
    """Terms from a day on, each with what is usual, why, and its known risk (R-TE-02)."""
    one = contract_asked(request, contract_id)
    versions = read_contract(request.actor.council_id, one.id).terms
    data = sent(request)
    shown = numbered(versions, data.get("seen", "") if data else "")
    asked = asked_of(one, shown)
    if not asked:
        raise Http404
    form = TermsForm(data, asked=asked, initial={"seen": shown.version})
    if form.is_valid():
        told = form.cleaned_data
        held = on_day(versions, told["starts"])
        meant = form.as_it_stood(asked_of(one, held), held.version)
        if meant is not None:
            return _page(request, "terms", one, meant)
        verb = partial(
            new_terms,
            by=request.actor,
            at=request.at,
            contract_id=one.id,
            starts=told["starts"],
            terms=kept_terms(one, held, form.given()),
        )
        if _done(request, form, verb):
            messages.success(request, _("The terms are kept. They count from their first day."))
            return redirect("contract", contract_id=one.id)
    return _page(request, "terms", one, form)


@permitted_council(
    Action.CHANGE_CONTRACTS, post=Action.CHANGE_CONTRACTS, called=gettext_lazy("Lead the patch")
)
def contract_lead(request: Asked, contract_id: int) -> HttpResponse:
    """Its provider leads the patch that it is for, from a day, in place of who leads there now."""
    one = contract_asked(request, contract_id)
    if one.patch_id is None:
        raise Http404
    form = FromForm(sent(request))
    if form.is_valid():
        verb = partial(
            lead_patch,
            by=request.actor,
            at=request.at,
            patch_id=one.patch_id,
            contract_id=one.id,
            starts=form.cleaned_data["starts"],
        )
        if _done(request, form, verb):
            messages.success(request, _("Who leads the patch from that day is kept."))
            return redirect("contract", contract_id=one.id)
    return _page(request, "lead", one, form, patch=patch_names(request)[one.patch_id])


@permitted_council(
    Action.CHANGE_CONTRACTS, post=Action.CHANGE_CONTRACTS, called=gettext_lazy("Say its last day")
)
def contract_end(request: Asked, contract_id: int) -> HttpResponse:
    """The last day of a contract, once nobody's agreement under it runs on."""
    one = contract_asked(request, contract_id)
    form = EndForm(sent(request), initial={"on": one.ends})
    if form.is_valid():
        on = form.cleaned_data["on"]
        verb = partial(end_contract, by=request.actor, at=request.at, contract_id=one.id, on=on)
        if _done(request, form, verb):
            messages.success(request, _("The last day is kept."))
            return redirect("contract", contract_id=one.id)
    return _page(request, "end", one, form)


def _done(request: Asked, form: PageForm, verb: Verb) -> bool:
    """Whether it was kept; if not, the form says why."""
    token = form.cleaned_data["form_token"]
    try:
        take_once(by=request.actor, at=request.at, token=token, verb=verb)
    except Problems as wrong:
        for problem in wrong.problems:
            key = problem.where.rpartition(".")[2]
            form.refuse(problem_text(problem), key if key in form.fields else None)
    except Refusal as refusal:
        words, field = refused(refusal)
        form.refuse(words, field if field in form.fields else None)
    else:
        return True
    return False


def _page(
    request: Asked, name: str, one: ContractFacts, form: PageForm, **told: str | Promise
) -> HttpResponse:
    context = {"form": form, "one": one, **told}
    page = f"commissioning/contract_{name}.html"
    return render(request, page, context, status=status(request))
