"""When somebody can work and is away: told by herself, or by her team."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.people.web.one_form import Around
from whatmatters.rota.queries.own_hours import team_of, worker_to_tell
from whatmatters.rota.queries.told_hours import available
from whatmatters.rota.services import tell_hours, tell_leave
from whatmatters.rota.web.hours import TELL
from whatmatters.rota.web.hours_form import HoursForm, hours_initial
from whatmatters.rota.web.kept_page import kept_page
from whatmatters.rota.web.leave_form import LeaveForm
from whatmatters.rota.web.roster_words import roster_refused
from whatmatters.teams.queries import WorkerFacts

HOURS = gettext_lazy("Tell when somebody can work")
LEAVE = gettext_lazy("Tell days away")


@permitted_council(TELL, post=TELL, called=HOURS)
def hours_tell(request: Asked, worker_id: int) -> HttpResponse:
    """Her hours and contract from a day on: told whole, over what was told before."""
    who = _found(request, worker_id)
    told = available([worker_id]).get(worker_id, ())
    form = HoursForm(sent(request), initial=hours_initial(told, request.today))

    def verb() -> int:
        by, at, on = request.actor, request.at, request.today
        return tell_hours(by=by, at=at, on=on, worker_id=worker_id, told=form.told())

    title = _("When can %(name)s work?") % {"name": who.name}
    lead = _("From its day on this takes the place of all that was told. What was told stays kept.")
    return kept_page(request, form, verb, (title, lead), _around(request, who))


@permitted_council(TELL, post=TELL, called=LEAVE)
def hours_leave(request: Asked, worker_id: int) -> HttpResponse:
    """Days away; no reason is asked."""
    who, form = _found(request, worker_id), LeaveForm(sent(request))

    def verb() -> int:
        by, at, on = request.actor, request.at, request.today
        return tell_leave(by=by, at=at, on=on, worker_id=worker_id, told=form.told())

    title = _("When is %(name)s away?") % {"name": who.name}
    return kept_page(request, form, verb, (title, _("No reason is asked.")), _around(request, who))


def _found(request: Asked, worker_id: int) -> WorkerFacts:
    """Whose hours are this reader's to tell. Http404 otherwise."""
    who = worker_to_tell(request.actor, request.today, worker_id)
    if who is None:
        raise Http404
    return who


def _around(request: Asked, who: WorkerFacts) -> Around:
    """Back to her own page, or to the team from which it came."""
    team_id = team_of(request.actor, request.today, who.id)
    if who.user_id == request.actor.user_id or team_id is None:
        back, words = reverse("hours_own"), _("When I can work")
    else:
        back, words = reverse("rota_hours", args=[team_id]), _("When the team can work")
    return Around("frontend/base.html", back, words, roster_refused)
