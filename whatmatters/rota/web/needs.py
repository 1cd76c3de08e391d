"""Which shifts a team needs in a week."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.templatetags.wm import day as day_words
from whatmatters.people.web.one_form import Around
from whatmatters.rota.queries.needed import needed, newest_needed
from whatmatters.rota.services import need_shift
from whatmatters.rota.web.clock import clock, days_words
from whatmatters.rota.web.kept_page import kept_page
from whatmatters.rota.web.needs_form import NeedForm, need_initial
from whatmatters.rota.web.roster_words import roster_refused
from whatmatters.rota.web.team_day import KEEP, found_team
from whatmatters.rota.web.words import SKILLS
from whatmatters.rota.web.working import team_name
from whatmatters.rules.rota.roster.told import Needed

NEED = gettext_lazy("A shift that the week needs")


@permitted_council(KEEP)
def rota_needs(request: Asked, team_id: int) -> HttpResponse:
    """Each shift as it was told last."""
    team = found_team(request, team_id)
    held = newest_needed(needed(request.actor.council_id, team_id))
    shown = sorted(held.values(), key=lambda one: (one.starts, one.ends, one.number))
    context = {
        "team": team_name(team),
        "team_id": team_id,
        "needs": [(one.number, need_title(one), need_lines(one)) for one in shown],
    }
    return render(request, "rota/rota_needs.html", context)


@permitted_council(KEEP, post=KEEP, called=NEED)
def rota_need(request: Asked, team_id: int, need_number: int) -> HttpResponse:
    """One shift; 0 is a new one."""
    found_team(request, team_id)
    now = newest_needed(needed(request.actor.council_id, team_id)).get(need_number)
    if need_number and now is None:
        raise Http404
    form = NeedForm(sent(request), initial=need_initial(now, request.today))
    if now is None:
        form.is_new()

    def verb() -> int:
        by, at, on = request.actor, request.at, request.today
        return need_shift(by=by, at=at, on=on, team_id=team_id, told=form.told(need_number))

    back = reverse("rota_needs", args=[team_id])
    around = Around("frontend/base.html", back, _("Shifts that a week needs"), roster_refused)
    lead = _("From its day on this takes the place of what was told of this shift.")
    return kept_page(request, form, verb, (NEED, lead), around)


def need_title(one: Needed) -> str:
    """Monday to Friday, 7:00–14:00."""
    return f"{days_words(one.days)}, {clock(one.starts)}–{clock(one.ends)}"


def need_lines(one: Needed) -> list[str]:
    """How many, what each can do, the break, and from which day."""
    lines = [_("People: %(many)s") % {"many": one.workers}]
    if one.skills:
        able = "; ".join(str(SKILLS[skill]) for skill in sorted(one.skills))
        lines.append(_("Each can do this: %(skills)s") % {"skills": able})
    if one.break_minutes:
        lines.append(_("%(minutes)s minutes of unpaid break") % {"minutes": one.break_minutes})
    return [*lines, _("From %(day)s") % {"day": day_words(one.holds_from)}]
