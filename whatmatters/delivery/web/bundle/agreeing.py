"""The council signs a bundle of hours for a person."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted, sent
from whatmatters.commissioning.queries import contract_facts
from whatmatters.delivery.services import agree_bundles
from whatmatters.delivery.web.bank_words import bank_refused
from whatmatters.delivery.web.bundle.agreement_form import AgreementForm
from whatmatters.delivery.web.bundle.shown import BundlePage, shown
from whatmatters.frontend.problem_words import problem_text
from whatmatters.rules.commissioning import Problems
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

MODEL = "bundled_hours"
BESIDE = {"bundle_running": "starts", "contract_not_in_force": "starts"}


@permitted(
    Action.AGREE_BUNDLE,
    person="person_id",
    post=Action.AGREE_BUNDLE,
    called=gettext_lazy("A bundle of hours"),
)
def bundle_agree(request: Asked, person_id: int) -> HttpResponse:
    """Hours a week, the rate, and each setting with whose tradition it follows and its risk."""
    contracts = _contracts(request)
    form = AgreementForm(sent(request), contracts=contracts) if contracts else None
    if form is not None and form.is_valid() and _agreed(request, form, person_id):
        messages.success(request, _("The bundle is agreed and signed."))
        return redirect("bank", person_id=person_id)
    page = BundlePage(
        title=_("Agree a bundle of hours"),
        lead=_("Hours for a review period, without a timetable. The person and the team say how."),
        send=_("Sign the bundle"),
        nothing=_("No provider has a contract for bundles of hours here. It comes first."),
    )
    return shown(request, person_id, form, page)


def _contracts(request: Asked) -> list[tuple[str, str]]:
    found = [
        one
        for one in contract_facts(request.actor.council_id)
        if one.model == MODEL and (one.ends is None or one.ends >= request.today)
    ]
    names = organisation_names({one.provider_id for one in found})
    return [(str(one.id), f"{names[one.provider_id]}, {one.reference}") for one in found]


def _agreed(request: Asked, form: AgreementForm, person_id: int) -> bool:
    given = form.given(person_id)

    def verb() -> int:
        (made,) = agree_bundles(by=request.actor, at=request.at, bundles=[given])
        return made

    try:
        take_once(by=request.actor, at=request.at, token=form.cleaned_data["form_token"], verb=verb)
    except Problems as refused:
        for one in refused.problems:
            name = one.where.rpartition(".")[2]
            form.refuse(problem_text(one), name if name in form.fields else None)
        return False
    except Refusal as refusal:
        named = BESIDE.get(refusal.code) or str(refusal.params.get("field", ""))
        form.refuse(bank_refused(refusal), named if named in form.fields else None)
        return False
    return True
