"""A team's week: read by the team and its manager. Nobody is ranked."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, permitted_council
from whatmatters.policy.rota import weeks_before
from whatmatters.rota.queries.rosters import RosterFacts, roster_of_week
from whatmatters.rota.queries.rosters_asked import unmade
from whatmatters.rota.queries.week_team import WeekTeam, week_team
from whatmatters.rota.web.team_day import KEEP, day_asked, found_team
from whatmatters.rota.web.week_shown import by_day, empty_places, proposed
from whatmatters.rota.web.week_tiers import tier_rows
from whatmatters.rota.web.week_words import aside_words, fault_lines, week_of
from whatmatters.rota.web.week_workers import by_worker
from whatmatters.rota.web.working import team_name

A_WEEK = timedelta(days=7)


@permitted_council(KEEP)
def rota_week(request: Asked, team_id: int, week: str) -> HttpResponse:
    """Who works when in the week of a day, what nobody has and why, and who is on no roster."""
    team, monday = found_team(request, team_id), monday_of(week)
    council_id = request.actor.council_id
    made, held = roster_of_week(council_id, team_id, monday), week_team(council_id, team_id, monday)
    asked, new = unmade(council_id, team_id, monday), proposed(made)
    context = {
        "team": team_name(team),
        "team_id": team_id,
        "monday": monday,
        "before": monday - A_WEEK,
        "after": monday + A_WEEK,
        "ahead": monday > request.today,
        "made": made,
        "waits": asked.asked_at if asked and asked.waits(request.at) else None,
        "unmade": asked if asked and asked.faults is not None else None,
        "why_unmade": fault_lines(asked.faults or ()) if asked else [],
        "empty": empty_places(made, held) if made else [],
        "tiers": tier_rows(made.judged) if made else [],
        "days": by_day(held, new),
        "workers": by_worker(held, new),
        "without": _without(held, made),
    }
    return render(request, "rota/rota_week.html", context)


def monday_of(week: str) -> date:
    """The Monday of the week of an address's day. Http404 where that is no day, or the first."""
    found = day_asked(week)
    # The weeks beside it have a page too, and those before it are counted.
    if found - date.min <= A_WEEK * (weeks_before() + 2) or date.max - found <= A_WEEK * 2:
        raise Http404
    return week_of(found)


def _without(held: WeekTeam, made: RosterFacts | None) -> list[tuple[str, str]]:
    """Who is on no roster, by name, and what to tell first."""
    aside: Mapping[str, str] = made.judged["aside"] if made else {}
    words = [(name, _("No hours are told for this week.")) for name in held.untold]
    words += [(name, _("How they go and what they can do is not said.")) for name in held.unable]
    words += [(held.names.get(int(pk), ""), aside_words(code)) for pk, code in aside.items()]
    return sorted(words)
