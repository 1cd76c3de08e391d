"""What she says to a smaller bundle, kept so that nobody asks again before the next review."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.delivery.queries import Bank, bank
from whatmatters.delivery.services import answer_offer
from whatmatters.delivery.web.bundle.offer_form import OfferForm, offer_form
from whatmatters.delivery.web.bundle.shown import BundlePage, newest_bundle, shown, taken
from whatmatters.delivery.web.whose_word import HERSELF
from whatmatters.rules.commissioning_models.bundled_hours import OfferAnswer
from whatmatters.rules.permissions import Action

BESIDE = {"word_not_said": "whose", "not_her_decider": "whose"}


@permitted(
    Action.ANSWER_OFFER,
    person="person_id",
    post=Action.ANSWER_OFFER,
    called=gettext_lazy("A smaller bundle"),
)
def bundle_offer(request: Asked, person_id: int) -> HttpResponse:
    """It is an offer: a yes is taken up when the bundle is agreed anew."""
    row = newest_bundle(request, person_id)
    found = bank(request.actor.council_id, row.bundle_id, request.today) if row else None
    form = offer_form(request, person_id) if found and found.asks else None
    if form is not None and found is not None and form.is_valid() and _said(request, form, found):
        messages.success(request, _("The answer is kept. Nothing changes by itself."))
        return redirect("bank", person_id=person_id)
    page = BundlePage(
        title=_("A smaller bundle may fit better"),
        lead=_("Nothing changes by itself. It is not asked again before the next review is over."),
        send=_("Keep the answer"),
        nothing=_("Nothing is asked here now."),
    )
    return shown(request, person_id, form, page)


def _said(request: Asked, form: OfferForm, found: Bank) -> bool:
    told = form.cleaned_data
    whose = told.get("whose", "")

    def verb() -> int:
        return answer_offer(
            by=request.actor,
            at=request.at,
            bundle_id=found.bundle_id,
            answer=OfferAnswer(told["answer"]),
            said=told["said"],
            herself=whose == HERSELF,
            decider_id=int(whose) if whose.isdecimal() else None,
        )

    return taken(request, form, verb, BESIDE)
