"""The provider's manager writes a delivery plan: its team and people, its visits, quiet times."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.people.web.one_form import ActPage, shown
from whatmatters.rota.queries import DeliveryFacts
from whatmatters.rota.queries.delivery import next_number
from whatmatters.rota.services import DeliveryGiven
from whatmatters.rota.web.initials import quiet_initial, visit_initial, who_initial
from whatmatters.rota.web.over_form import OUT
from whatmatters.rota.web.quiet_form import QuietForm
from whatmatters.rota.web.visit_form import VisitForm
from whatmatters.rota.web.who_form import WhoForm
from whatmatters.rota.web.working import (
    around,
    given_of,
    newest,
    own_teams,
    team_name,
    workers_offered,
    writing_page,
)
from whatmatters.rules.permissions import Action

WRITE = Action.WRITE_DELIVERY
WHO = gettext_lazy("Who makes the visits, and from when")
VISIT = gettext_lazy("A visit")
QUIET = gettext_lazy("A time at which nobody is to come")


@permitted(WRITE, person="person_id", post=WRITE, called=WHO)
def delivery_who(request: Asked, person_id: int) -> HttpResponse:
    """The team, the days and who was chosen: the first thing to say of a plan."""
    plan, teams = newest(request, person_id), own_teams(request)
    form = WhoForm(sent(request), initial=who_initial(plan, request.today, teams))
    named = [(str(one.id), team_name(one)) for one in teams]
    form.offer(named, workers_offered(request, plan))
    nothing = _("Your organisation has no team here yet. The council registers it first.")
    page = ActPage(WHO, _("The person chooses. The team says whom it has."), _("Keep it"), nothing)
    if not teams:
        return shown(request, person_id, None, page, around(person_id))

    def given() -> DeliveryGiven:
        told = form.cleaned_data
        changes = {
            "over": told["over"],
            "team_id": int(told["team"]),
            "starts": told["starts"],
            "ends": told["ends"],
            "chosen": tuple(map(int, told["chosen"])),
            "never": tuple(map(int, told["never"])),
        }
        return given_of(plan, **changes) if plan else DeliveryGiven(person_id, **changes)

    return writing_page(request, person_id, form, given, page)


@permitted(WRITE, person="person_id", post=WRITE, called=VISIT)
def delivery_visit(request: Asked, person_id: int, visit_number: int) -> HttpResponse:
    """One visit of the plan; 0 is a new one."""
    plan = _written(request, person_id)
    held = {visit.number: visit for visit in plan.visits}
    if visit_number and visit_number not in held:
        raise Http404
    now = held.get(visit_number)
    form = VisitForm(sent(request), initial=visit_initial(plan, now))
    others = {n: one.what for n, one in held.items() if one is not now and one.follows is None}
    form.offer(others, new=now is None)

    def given() -> DeliveryGiven:
        left = {n: one for n, one in held.items() if n != visit_number}
        if form.cleaned_data.get("keep") != OUT:
            number = visit_number or next_number(plan)
            left[number] = form.visit(number)
        visits = tuple(left[n] for n in sorted(left))
        return given_of(plan, over=form.cleaned_data["over"], visits=visits)

    lead = _("A window is a promise, not a clock. Nobody is paid by the minute.")
    return writing_page(request, person_id, form, given, ActPage(VISIT, lead, _("Keep it")))


@permitted(WRITE, person="person_id", post=WRITE, called=QUIET)
def delivery_quiet(request: Asked, person_id: int, visit_number: int) -> HttpResponse:
    """One time that matters to the person; 0 is a new one."""
    plan = _written(request, person_id)
    held = {time.number: time for time in plan.quiet}
    if visit_number and visit_number not in held:
        raise Http404
    now = held.get(visit_number)
    form = QuietForm(sent(request), initial=quiet_initial(plan, now))
    if now is None:
        form.is_new()

    def given() -> DeliveryGiven:
        left = {n: one for n, one in held.items() if n != visit_number}
        if form.cleaned_data.get("keep") != OUT:
            number = visit_number or max(held, default=0) + 1
            left[number] = form.time(number)
        quiet = tuple(left[n] for n in sorted(left))
        return given_of(plan, over=form.cleaned_data["over"], quiet=quiet)

    lead = _("Such as chapel on Sunday, or the way to school. Every visit keeps clear of it.")
    return writing_page(request, person_id, form, given, ActPage(QUIET, lead, _("Keep it")))


def _written(request: Asked, person_id: int) -> DeliveryFacts:
    """The version that is being written. Http404 where nobody has begun one."""
    plan = newest(request, person_id)
    if plan is None:
        raise Http404
    return plan
