"""A plan that is offered because something happened: what it changes, and whom to ring."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent, status
from whatmatters.frontend.forms import PageForm
from whatmatters.people.web.one_form import Around, written
from whatmatters.policy.rota import offer_minutes
from whatmatters.rota.queries.offers import OfferFacts, offer
from whatmatters.rota.services import answer_offer, mark_rung
from whatmatters.rota.web.day_words import OF_A_DAY
from whatmatters.rota.web.live_words import live_refused
from whatmatters.rota.web.offer_form import ACCEPT, OfferForm, RungForm
from whatmatters.rota.web.offer_shown import OfferShown, offer_shown
from whatmatters.rota.web.team_day import KEEP, found_team
from whatmatters.rules.rota.day_refusals import OfferTooOld
from whatmatters.rules.rota.live_age import too_old

OFFER = gettext_lazy("A new plan is offered")


@permitted_council(KEEP, post=KEEP, called=OFFER)
def rota_offer(request: Asked, happened_id: int) -> HttpResponse:
    """Accept or decline it; once it is accepted, mark the calls that are done."""
    found = offer(request.actor.council_id, happened_id)
    if found is None:
        raise Http404
    team = found_team(request, found.team_id)
    told = offer_shown(request, found)
    old = too_old(found.at, request.at, request.today, found.on, offer_minutes())
    form, verb = _asked(request, found, told, old=old)
    back = reverse("rota_day", args=[found.team_id, found.on.isoformat()])
    around = Around("frontend/base.html", back, _("Back to the day"), live_refused)
    sent_now = form is not None and request.method == "POST" and form.is_valid()
    if form is not None and sent_now and written(request, form, verb, around) is not None:
        messages.success(request, _("This is kept."))
        return redirect("rota_offer", happened_id)
    context: dict[str, object] = {"form": form, "around": around, "team": team}
    context |= {"offer": found, "shown": told}
    context["too_old"] = OF_A_DAY[OfferTooOld.code] if old else ""
    return render(request, "rota/offer.html", context, status=status(request))


def _asked(
    request: Asked, found: OfferFacts, told: OfferShown, *, old: bool
) -> tuple[PageForm | None, Callable[[], int]]:
    """What is asked now: whether it is accepted, then which calls are done, then nothing."""
    by, at, on = request.actor, request.at, request.today
    if "act" in request.POST or (found.accepted is None and found.stands and not old):
        form: PageForm = OfferForm(sent(request))

        def answer() -> int:
            yes = form.cleaned_data["act"] == ACCEPT
            return answer_offer(by=by, at=at, on=on, offer_id=found.id, yes=yes)

        return form, answer
    waiting = [(str(call.visit_id), call.label) for call in told.calls if not call.done]
    if not (found.accepted and waiting):
        return None, lambda: 0
    form = RungForm(sent(request))
    form.fields["rung"].choices = waiting  # type: ignore[attr-defined]

    def rung() -> int:
        visits = [int(pk) for pk in form.cleaned_data["rung"]]
        return mark_rung(by=by, at=at, on=on, offer_id=found.id, visit_ids=visits)

    return form, rung
