"""One request: every step with its day and owner, and what can happen next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial, wraps

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import may
from whatmatters.access.queries.bodies import organisations_outside
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.services import taken_before
from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.access.web.draft_seal import page_of
from whatmatters.commissioning.queries import patch_leads
from whatmatters.outcomes.queries import PathFacts, paths
from whatmatters.outcomes.services import StepTaken, route_referrals, take_steps
from whatmatters.outcomes.web.addresses import person_of_referral
from whatmatters.outcomes.web.person_page import PersonPage, person_page
from whatmatters.outcomes.web.taking import is_again, taken
from whatmatters.outcomes.web.wayin.forms import StepForm
from whatmatters.outcomes.web.wayin.words import DECLINES, STEP_TAKEN
from whatmatters.rules.outcomes import WayInStep
from whatmatters.rules.permissions import Action
from whatmatters.rules.way_in import STEPS

BY_COUNCIL = (
    WayInStep.CONVERSATION,
    WayInStep.ROUTED,
    WayInStep.HANDED_OFF,
    WayInStep.WITHDRAWN,
)
BY_PROVIDER = (
    WayInStep.ACCEPTED,
    WayInStep.DECLINED,
    WayInStep.PLAN_PROPOSED,
    WayInStep.AGREED,
    WayInStep.STARTED,
)
FIELDS = {
    "day_not_reached": "on",
    "step_before_last": "on",
    "step_refused": "step",
    "decline_needs_reason": "reason",
    "no_lead_provider": "step",
    "person_has_no_patch": "step",
}


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step: what, when, with whom it then lay, why, and the days since the one before."""

    what: str
    on: date
    owner: str
    why: str
    days: int


def told_once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A second click on what ended one's part in a request: it was recorded, and says so.

    Only to the very sender of that page; anybody else meets the page's own mark.
    """

    @wraps(view)
    def decided(request: Asked, referral_id: int) -> HttpResponse:
        if request.method == "POST" and hasattr(request, "actor"):
            before = taken_before(by=request.actor, token=page_of(request.POST))
            person_id = person_of_referral(request.actor.council_id, referral_id)
            if (
                before == referral_id
                and person_id is not None
                and not may(request.actor, Action.ROUTE_REFERRAL, person_id, request.today)
            ):
                messages.success(request, _("Written down."))
                return redirect(reverse("home"))
        return view(request, referral_id=referral_id)

    return decided


@told_once
@permitted(
    Action.ROUTE_REFERRAL,
    person=person_of_referral,
    post=Action.ROUTE_REFERRAL,
    called=gettext_lazy("A request for support"),
)
def referral(request: Asked, referral_id: int) -> HttpResponse:
    """The way of one request until now, and its next step."""
    page, path = person_page(request), paths([referral_id]).get(referral_id)
    if path is None or not _theirs(request, path):
        raise Http404
    if is_again(request):
        return redirect("referral", referral_id)
    form = _form(request, page, path)
    if form.is_valid():
        verb = partial(_step, request, form, path)
        if taken(request, form, verb, FIELDS) is not None:
            messages.success(request, _("Written down."))
            still = may(request.actor, Action.ROUTE_REFERRAL, page.person.id, request.today)
            return redirect("referral", referral_id) if still else redirect(reverse("home"))
    shown = {"page": page, "form": form, "path": path, "steps": _shown(path)}
    return render(request, "outcomes/referral.html", shown, status=status(request))


def _theirs(request: Asked, path: PathFacts) -> bool:
    """A provider sees the requests that were sent to it, and no others of the same person."""
    mine = request.sight.provider_id
    return mine is None or any(step.owner_id == mine for step in path.steps)


def _form(request: Asked, page: PersonPage, path: PathFacts) -> StepForm:
    by_provider = request.sight.provider_id is not None
    asked = BY_PROVIDER if by_provider else BY_COUNCIL
    steps = [step for step in asked if step in STEPS[path.now]]
    leads = patch_leads(request.actor.council_id, request.today)
    lead = leads.get(page.person.patch_id or 0)
    name = organisation_names([lead.provider_id])[lead.provider_id] if lead else ""
    bodies = {} if by_provider else organisations_outside(request.actor.council_id)
    first = {"on": request.today}
    return StepForm(sent(request), steps=steps, bodies=bodies, lead=name, initial=first)


def _step(request: Asked, form: StepForm, path: PathFacts) -> int:
    """Take the step; routing finds the lead provider of the patch itself (R-WI-15)."""
    by, at, on = request.actor, request.at, form.cleaned_data["on"]
    if form.chosen() is WayInStep.ROUTED:
        route_referrals(by=by, at=at, on=on, referral_ids=[path.referral_id])
        return path.referral_id
    step: StepTaken = form.taken(path.referral_id, by.organisation_id)
    take_steps(by=by, at=at, steps=[step])
    return path.referral_id


def _shown(path: PathFacts) -> tuple[StepShown, ...]:
    names = organisation_names(step.owner_id for step in path.steps if step.owner_id)
    return tuple(
        StepShown(
            str(STEP_TAKEN[step.step]),
            step.on,
            names.get(step.owner_id or 0, ""),
            str(DECLINES[step.decline_reason]) if step.decline_reason else "",
            step.days,
        )
        for step in path.steps
    )
