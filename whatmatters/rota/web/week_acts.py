"""A roster of a team's week is asked for, and accepted."""

from datetime import date

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import PageForm
from whatmatters.frontend.templatetags.wm import day as day_words
from whatmatters.people.web.one_form import Around
from whatmatters.rota.queries.rosters import roster
from whatmatters.rota.services import accept_roster, ask_for_roster
from whatmatters.rota.web.kept_page import kept_page
from whatmatters.rota.web.roster_words import roster_refused
from whatmatters.rota.web.team_day import KEEP, found_team
from whatmatters.rota.web.week import monday_of

MAKE = gettext_lazy("Make a roster")
ACCEPT = gettext_lazy("Accept the roster")


class ButtonForm(PageForm):
    """One button: there is nothing to ask."""

    keeps_drafts = False


@permitted_council(KEEP, post=KEEP, called=MAKE)
def rota_week_make(request: Asked, team_id: int, week: str) -> HttpResponse:
    """Left to the queue: no page waits for a search."""
    found_team(request, team_id)
    monday, form = monday_of(week), ButtonForm(sent(request))

    def verb() -> int:
        by, at, on = request.actor, request.at, request.today
        return ask_for_roster(by=by, at=at, on=on, team_id=team_id, monday=monday)

    lead = _("It takes up to a minute. Nothing is anybody’s shift before somebody accepts it.")
    around = _around(team_id, monday)
    return kept_page(request, form, verb, (MAKE, lead), around, send=str(MAKE))


@permitted_council(KEEP, post=KEEP, called=ACCEPT)
def rota_accept(request: Asked, roster_id: int) -> HttpResponse:
    """Its places become the team's shifts."""
    found = roster(request.actor.council_id, roster_id)
    if found is None:
        raise Http404
    found_team(request, found.team_id)
    form = ButtonForm(sent(request))

    def verb() -> int:
        by, at, on = request.actor, request.at, request.today
        accept_roster(by=by, at=at, on=on, roster_id=roster_id)
        return roster_id

    words = _(
        "The week of %(day)s: its places become the team’s shifts, which each day’s plan reads."
    )
    lead = words % {"day": day_words(found.monday)}
    around = _around(found.team_id, found.monday)
    return kept_page(request, form, verb, (ACCEPT, lead), around, send=str(ACCEPT))


def _around(team_id: int, monday: date) -> Around:
    back = reverse("rota_week", args=[team_id, monday.isoformat()])
    return Around("frontend/base.html", back, _("Back to the week"), roster_refused)
