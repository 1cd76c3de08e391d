"""One contract with its terms and rates; one opened; a rate added."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from whatmatters.access.queries import may_in_council
from whatmatters.access.queries.bodies import council_body, providers
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted_council, sent, status
from whatmatters.commissioning.queries import ContractFacts
from whatmatters.commissioning.queries import contract as contract_of
from whatmatters.commissioning.queries.contract_page import read_contract
from whatmatters.commissioning.services import FunderGiven, new_rate, open_contract
from whatmatters.commissioning.web.contract_forms import ContractForm, RateForm
from whatmatters.commissioning.web.contract_settings import questions
from whatmatters.commissioning.web.contract_words import BANDS, refused, stands
from whatmatters.commissioning.web.term_words import TERMS
from whatmatters.commissioning.web.tried import shown
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.limits.web.standing import way_lines
from whatmatters.places.queries import patches
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


@permitted_council(Action.SEE_CONTRACTS)
def contract(request: Asked, contract_id: int) -> HttpResponse:
    """One contract: with whom, how it pays, its rates and terms, and how much stands on it."""
    one = contract_asked(request, contract_id)
    read = read_contract(request.actor.council_id, contract_id)
    names = organisation_names([one.provider_id, *(payer for payer, _share in one.payers)])
    context = {
        "one": one,
        "provider": names.get(one.provider_id, ""),
        "way": WAY_NAMES.get(one.model, one.model),
        "flag": stands(one.starts, one.ends, request.today),
        "patch": patch_names(request).get(one.patch_id or 0, ""),
        "payers": [(names.get(who, ""), share) for who, share in one.payers],
        "rates": [(BANDS[rate.band], rate) for rate in read.rates],
        "versions": [
            (version, [(TERMS.get(key, key), shown(value)) for key, value in version.terms.items()])
            for version in read.terms
        ],
        "read": read,
        "has_terms": bool(questions(one.model)),
        "may_change": may_in_council(request.actor, Action.CHANGE_CONTRACTS),
        "may_try": may_in_council(request.actor, Action.TRY_TERMS),
        "limit_lines": way_lines(request, [one.model]),
        "may_see_principles": may_in_council(request.actor, Action.SEE_PRINCIPLES),
    }
    return render(request, "commissioning/contract.html", context)


@permitted_council(
    Action.CHANGE_CONTRACTS,
    post=Action.CHANGE_CONTRACTS,
    called=gettext_lazy("Open a contract"),
)
def contract_open(request: Asked) -> HttpResponse:
    """A new contract on the model's own terms, paid by the council alone."""
    welsh = (get_language() or "").startswith("cy")
    bodies = providers(request.actor.council_id).items()
    named = {pk: (cy if welsh else en) or en for pk, (en, cy) in bodies}
    form = ContractForm(sent(request), providers=named, patches=patch_names(request))
    if form.is_valid():
        made = _opened(request, form)
        if made is not None:
            messages.success(request, _("The contract is open. Add the rates that it pays by."))
            return redirect("contract", contract_id=made)
    context = {"form": form}
    return render(request, "commissioning/contract_open.html", context, status=status(request))


@permitted_council(
    Action.CHANGE_CONTRACTS, post=Action.CHANGE_CONTRACTS, called=gettext_lazy("Add a rate")
)
def contract_rate(request: Asked, contract_id: int) -> HttpResponse:
    """A rate from a day on; what was agreed at an older one keeps it."""
    one = contract_asked(request, contract_id)
    form = RateForm(sent(request))
    if form.is_valid():
        verb = partial(
            new_rate, by=request.actor, at=request.at, contract_id=one.id, rate=form.given()
        )
        token = form.cleaned_data["form_token"]
        try:
            take_once(by=request.actor, at=request.at, token=token, verb=verb)
        except Refusal as refusal:
            form.refuse(*refused(refusal))
        else:
            messages.success(request, _("The rate is kept. It counts from its first day."))
            return redirect("contract", contract_id=one.id)
    context = {"form": form, "one": one}
    return render(request, "commissioning/contract_rate.html", context, status=status(request))


def _opened(request: Asked, form: ContractForm) -> int | None:
    told, payer = form.cleaned_data, council_body(request.actor.council_id)
    if payer is None:
        form.refuse(_("The council itself has to be recorded as an organisation first."))
        return None
    verb = partial(
        open_contract,
        by=request.actor,
        at=request.at,
        provider_id=int(told["provider"]),
        model=told["way"],
        reference=told["reference"],
        patch_id=int(told["patch"]) if told["patch"] else None,
        starts=told["starts"],
        ends=told["ends"],
        terms={},
        rates=[],
        funders=[FunderGiven(payer, 1, 1)],
    )
    try:
        return take_once(by=request.actor, at=request.at, token=told["form_token"], verb=verb)
    except Refusal as refusal:
        form.refuse(*refused(refusal))
    return None


def contract_asked(request: Asked, contract_id: int) -> ContractFacts:
    """The contract of an address. Raises Http404."""
    one = contract_of(request.actor.council_id, contract_id)
    if one is None:
        raise Http404
    return one


def patch_names(request: Asked) -> dict[int, str]:
    """The council's patches by id, as the reader calls them."""
    welsh = (get_language() or "").startswith("cy")
    found = patches(request.actor.council_id)
    return {one.id: (one.name_cy if welsh else "") or one.name_en for one in found}
