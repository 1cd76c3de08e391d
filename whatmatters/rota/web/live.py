"""Something happened: the form, on a day of the team's that has a plan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent, status
from whatmatters.people.web.one_form import Around, written
from whatmatters.rota.queries.at_work import shifts_on
from whatmatters.rota.queries.day_plans import DayFacts, day_plan
from whatmatters.rota.services import Offered, keep_replan, plan_left
from whatmatters.rota.web.clock import clock
from whatmatters.rota.web.day_shown import person_name, visit_words
from whatmatters.rota.web.live_form import Choices, HappenedForm
from whatmatters.rota.web.live_words import live_refused
from whatmatters.rota.web.team_day import KEEP, day_asked, found_team, names_of
from whatmatters.rules.days import LONDON

HAPPENED = gettext_lazy("Something happened")
BESIDE = {
    "event_not_at_work": "what",
    "event_over_already": "what",
    "event_not_begun": "what",
    "event_of_nobody": "person",
    "event_without_minutes": "what",
}


@permitted_council(KEEP, post=KEEP, called=HAPPENED)
def rota_happened(request: Asked, team_id: int, day: str) -> HttpResponse:
    """What is sent leads to the plan that is offered; nothing else changes."""
    found_team(request, team_id)
    on = day_asked(day)
    now = request.at.astimezone(LONDON)
    form = HappenedForm(sent(request), initial={"minute": now.hour * 60 + now.minute})
    made = day_plan(request.actor.council_id, team_id, on)
    if on > request.today:
        form.of_a_later_day()
    form.offer(_workers(request, team_id, day), *(_whom(request, made) if made else ((), ())))

    found: list[Offered] = []

    def search() -> None:
        given = form.given(team_id, on)
        found.append(plan_left(by=request.actor, on=request.today, given=given))

    def verb() -> int:
        by, at, today = request.actor, request.at, request.today
        return keep_replan(by=by, at=at, on=today, offered=found[0])

    back = reverse("rota_day", args=[team_id, day])
    around = Around("frontend/base.html", back, _("Back to the day"), live_refused, BESIDE)
    if request.method == "POST" and form.is_valid():
        offer_id = written(request, form, verb, around, search)
        if offer_id is not None:
            messages.success(request, _("A new plan is offered. It holds once it is accepted."))
            return redirect("rota_offer", offer_id)
    lead = _("What is left of the day is planned anew, and offered before it holds.")
    context = {"form": form, "title": HAPPENED, "lead": lead, "around": around}
    context["send"] = _("Plan what is left")
    return render(request, "rota/day_form.html", context, status=status(request))


def _workers(request: Asked, team_id: int, day: str) -> Choices:
    found = shifts_on(request.actor.council_id, team_id, day_asked(day))
    return sorted({str(one.worker_id): one.worker for one in found}.items(), key=lambda one: one[1])


def _whom(request: Asked, made: DayFacts) -> tuple[Choices, Choices]:
    """Visits with who comes when, and people with their first visit; names as she may know them."""
    names = names_of(request, made)
    visits: list[tuple[str, str]] = []
    people: dict[str, str] = {}
    for visit in made.visits:
        at = clock(visit.stops[0].start if visit.stops else visit.earliest)
        words = f"{at} {person_name(visit.person_id, names)}: {visit_words(visit, names)}"
        known = names.get(visit.person_id)
        people.setdefault(str(visit.person_id), known or f"{person_name(0, names)}, {at}")
        if visit.stops:
            visits.append((str(visit.visit_id), words))
    return visits, sorted(people.items(), key=lambda one: one[1])
