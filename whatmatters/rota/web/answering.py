"""The two answers: the provider's yes, which asks the person, and hers."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.frontend.forms import PageForm
from whatmatters.people.web.one_form import Around, written
from whatmatters.rota.queries import DeliveryFacts, delivery_plans
from whatmatters.rota.queries.delivery import person_of_delivery
from whatmatters.rota.services import DeliveryAnswered, answer_delivery
from whatmatters.rota.web.answer_form import YES, AnswerForm, AskForm
from whatmatters.rota.web.pages import HERS, found_person, shown_plan
from whatmatters.rota.web.words import delivery_refused
from whatmatters.rules.outcomes import Party
from whatmatters.rules.permissions import Action, Relationship

ANSWER = Action.ANSWER_DELIVERY
TITLE = gettext_lazy("Who comes and when: is this how you want it?")


@permitted(ANSWER, person=person_of_delivery, post=ANSWER, called=TITLE)
def delivery_answer(request: Asked, delivery_id: int) -> HttpResponse:
    """Read it whole, then say yes or not like this."""
    hers = bool(request.sight.relationships & HERS)
    plan = _found(request, delivery_id, hers=hers)
    party = Party.PERSON if hers else Party.PROVIDER
    form = AnswerForm(sent(request)) if hers else AskForm(sent(request))
    waits = plan.waits if hers else Party.PROVIDER not in plan.answers
    sent_now = waits and request.method == "POST" and form.is_valid()
    if sent_now and written(
        request, form, lambda: _answer(request, plan, form, party), _around(plan)
    ):
        messages.success(request, _("This is kept."))
        return redirect("delivery", person_id=plan.person_id)
    return _page(request, plan, form if waits else None, hers=hers)


def _answer(request: Asked, plan: DeliveryFacts, form: PageForm, party: Party) -> int:
    told = form.cleaned_data
    given = DeliveryAnswered(plan.id, party, told.get("answer", YES) == YES, told.get("words", ""))
    return answer_delivery(by=request.actor, at=request.at, on=request.today, given=given)


def _found(request: Asked, delivery_id: int, *, hers: bool) -> DeliveryFacts:
    """The version: to the person one that she is asked about, to a provider one of its own."""
    own = None if hers else request.actor.organisation_id or 0
    found = delivery_plans(
        request.actor.council_id, person_ids=[request.sight.person_id], provider_id=own
    )
    plan = next((one for one in found if one.id == delivery_id), None)
    if plan is None or (hers and not plan.offered):
        raise Http404
    return plan


def _around(plan: DeliveryFacts) -> Around:
    back = reverse("delivery", args=[plan.person_id])
    return Around("frontend/base.html", back, "", delivery_refused)


def _page(
    request: Asked, plan: DeliveryFacts, form: PageForm | None, *, hers: bool
) -> HttpResponse:
    own = Relationship.SELF in request.sight.relationships
    who = found_person(request, plan.person_id)
    context = {
        "base": "frontend/base_person.html" if own else "frontend/base.html",
        "own": own,
        "hers": hers,
        "person": who,
        "one": shown_plan(request, who, plan),
        "form": form,
    }
    return render(request, "rota/delivery_answer.html", context, status=status(request))
