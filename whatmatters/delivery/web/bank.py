"""A person's bundle and its bank: what is left, until when, and what minutes were for (R-VG-04)."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.delivery.queries import Bank, bank, bundles_of
from whatmatters.delivery.services import move_minutes, own_voice, propose_minutes
from whatmatters.delivery.web.bank_shown import bank_told
from whatmatters.delivery.web.bank_words import BESIDE, bank_refused
from whatmatters.delivery.web.bundle_acts import bundle_acts
from whatmatters.delivery.web.move_form import MoveForm
from whatmatters.delivery.web.whose_word import words_of
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import person as person_of
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Role

OFFERED_TO = frozenset({Role.PERSON, Role.FAMILY, Role.SOCIAL_WORKER})


@permitted(
    Action.SEE_PLAN,
    person="person_id",
    post=Action.MOVE_BANK,
    called=gettext_lazy("The hours and their bank"),
)
def bank_page(request: Asked, person_id: int) -> HttpResponse:
    """What was agreed and used, what the bank holds, and what moved in it."""
    who = person_of(person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    found = _bank(request, person_id)
    form = _form(request, found) if found is not None else None
    if form is not None and found is not None and form.is_valid() and _moved(request, form, found):
        messages.success(request, form.said())
        return redirect("bank", person_id=person_id)
    own = is_own(request.sight)
    told = {
        "base": "frontend/base_person.html" if own else "frontend/base.html",
        "own": own,
        "name": who.known_as,
        "person_id": person_id,
        "found": found,
        "form": form,
        "acts": bundle_acts(found, request.sight, person_id, request.today),
        **(bank_told(found, offered=bool(request.actor.roles & OFFERED_TO)) if found else {}),
    }
    return render(request, "delivery/bank.html", told, status=status(request))


def _bank(request: Asked, person_id: int) -> Bank | None:
    """The newest bundle; of a provider's reader, its own."""
    council_id = request.actor.council_id
    rows = bundles_of(council_id, person_id, provider_id=request.sight.provider_id)
    begun = [row for row in rows if row.starts <= request.today]
    return bank(council_id, begun[-1].bundle_id, request.today) if begun else None


def _form(request: Asked, found: Bank) -> MoveForm | None:
    """Asks whose word it is where the reader has no say of their own about her."""
    over = found.ends is not None and found.ends < request.today
    if over or Action.MOVE_BANK not in request.sight.actions:
        return None
    own = own_voice(request.actor, found.person_id, request.at) is not None
    whose = () if own else words_of(found.person_id, request.today)
    return MoveForm(sent(request), initial={"on": request.today}, whose=whose)


def _moved(request: Asked, form: MoveForm, found: Bank) -> bool:
    given = form.given(found.bundle_id)
    made = propose_minutes if form.only_proposes else move_minutes

    def verb() -> int:
        made(by=request.actor, at=request.at, given=given)
        return found.bundle_id

    try:
        take_once(by=request.actor, at=request.at, token=form.cleaned_data["form_token"], verb=verb)
    except Refusal as refusal:
        named = BESIDE.get(refusal.code) or str(refusal.params.get("field", ""))
        form.refuse(bank_refused(refusal), named if named in form.fields else None)
        return False
    return True
