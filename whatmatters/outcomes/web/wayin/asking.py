"""Somebody asks for support, and eligibility is decided."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.outcomes.queries import eligibility_of
from whatmatters.outcomes.services import ask_for_support, decide_on_request
from whatmatters.outcomes.web.person_page import person_page
from whatmatters.outcomes.web.taking import taken
from whatmatters.outcomes.web.wayin.forms import EligibilityForm, RequestForm
from whatmatters.places.queries import council
from whatmatters.policy.queries import eligibility
from whatmatters.rules.permissions import Action

FIELDS = {"day_not_reached": "on"}


@permitted(
    Action.RECORD_REQUEST,
    person="person_id",
    post=Action.RECORD_REQUEST,
    called=gettext_lazy("A request for support"),
)
def request_new(request: Asked, person_id: int) -> HttpResponse:
    """What somebody asks for, in their own words; it waits from the day on which it was said."""
    page = person_page(request)
    first = {"on": request.today, "spoken": str(page.person.language)}
    form = RequestForm(sent(request), own=page.is_own, initial=first)
    if form.is_valid():
        verb = partial(
            ask_for_support,
            by=request.actor,
            at=request.at,
            asked=form.asked(person_id, request.today),
            owner_id=None if page.is_own else request.actor.organisation_id,
        )
        made = taken(request, form, verb, FIELDS)
        if made is not None:
            messages.success(request, _("Kept, in these words. It waits from today."))
            if Action.ROUTE_REFERRAL in request.sight.actions:
                return redirect("referral", referral_id=made)
            return redirect(page.record_url)
    shown = {"page": page, "form": form}
    return render(request, "outcomes/request_new.html", shown, status=status(request))


@permitted(
    Action.DECIDE_ELIGIBILITY,
    person="person_id",
    post=Action.DECIDE_ELIGIBILITY,
    called=gettext_lazy("Eligibility"),
)
def eligibility_decide(request: Asked, person_id: int) -> HttpResponse:
    """Whether somebody is eligible, by the nation's rule of the day (R-EL-01)."""
    page, place = person_page(request), council(request.actor.council_id)
    if place is None:
        raise Http404
    rule = eligibility(place.nation, request.today)
    form = EligibilityForm(sent(request), rule=rule)
    if form.is_valid():
        verb = partial(
            decide_on_request,
            by=request.actor,
            at=request.at,
            given=form.given(person_id, request.today),
        )
        if taken(request, form, verb) is not None:
            found = eligibility_of(person_id, council_id=request.actor.council_id)[0]
            yes = _("Eligible. It is decided and kept with its reason.")
            no = _(
                "Not eligible by this rule. Help that prevents needs no test, and is still open."
            )
            messages.success(request, yes if found.eligible else no)
            return redirect(page.record_url)
    needed = ngettext(
        "Somebody is eligible where they cannot manage %(n)s of these without help.",
        "Somebody is eligible where they cannot manage %(n)s of these without help.",
        rule.outcomes_needed,
    ) % {"n": rule.outcomes_needed}
    before = eligibility_of(person_id, council_id=request.actor.council_id)
    shown = {"page": page, "form": form, "rule": rule, "needed": needed, "before": before}
    return render(request, "outcomes/eligibility_decide.html", shown, status=status(request))
