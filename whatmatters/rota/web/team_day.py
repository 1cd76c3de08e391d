"""A team's day: read by the team and its manager. Nobody is ranked, and no place is shown."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render

from whatmatters.access.queries import people_allowed
from whatmatters.access.web import Asked, permitted_council
from whatmatters.people.queries.persons import person_facts
from whatmatters.rota.queries.asked import Unplanned, unplanned, visits_of
from whatmatters.rota.queries.at_work import ShiftFacts, shifts_on
from whatmatters.rota.queries.day_plans import DayFacts, day_plan
from whatmatters.rota.queries.offers import offers_on
from whatmatters.rota.queries.own_teams import teams_to_plan
from whatmatters.rota.web.clock import clock
from whatmatters.rota.web.day_shown import day_shown, person_name
from whatmatters.rota.web.live_words import happened_words
from whatmatters.rota.web.unplanned_shown import UnplannedShown, unplanned_shown, visits_in
from whatmatters.rota.web.warm import warm_up
from whatmatters.rota.web.week_words import week_of
from whatmatters.rota.web.working import team_name
from whatmatters.rules.permissions import Action
from whatmatters.teams.queries import TeamFacts
from whatmatters.teams.queries.workers import worker_names

KEEP = Action.KEEP_ROTA


@permitted_council(KEEP)
def rota_list(request: Asked) -> HttpResponse:
    """The teams whose day this reader plans: today, tomorrow, and the week after this."""
    found = teams_to_plan(request.actor, request.today)
    days = (request.today, request.today + timedelta(days=1))
    teams = [(team_name(team), team.id) for team in found.values()]
    week = week_of(request.today) + timedelta(weeks=1)
    context = {"teams": teams, "days": days, "week": week}
    return render(request, "rota/rota_list.html", context)


@permitted_council(KEEP)
def rota_day(request: Asked, team_id: int, day: str) -> HttpResponse:
    """Who is at work, what is planned by worker and by person, and what needs somebody now."""
    team, on = found_team(request, team_id), day_asked(day)
    warm_up()
    made = day_plan(request.actor.council_id, team_id, on)
    shifts = shifts_on(request.actor.council_id, team_id, on)
    names = names_of(request, made) if made else {}
    asked = unplanned(request.actor.council_id, team_id, on)
    context = {
        "team": team_name(team),
        "team_id": team_id,
        "on": on,
        "before": on - timedelta(days=1),
        "after": on + timedelta(days=1),
        "shifts": [f"{one.worker}, {clock(one.starts)}–{clock(one.ends)}" for one in shifts],
        "made_at": made.at if made else None,
        "shown": day_shown(made, names, _workers(made)) if made else None,
        "unplanned": _unplanned(request, asked, shifts) if asked else None,
        "waits": asked.asked_at if asked and asked.waits(request.at) else None,
        "happened": [
            (one, happened_words(one, person_name(one.person_id or 0, names)))
            for one in offers_on(request.actor.council_id, team_id, on)
        ],
    }
    return render(request, "rota/rota_day.html", context)


def found_team(request: Asked, team_id: int) -> TeamFacts:
    """A team whose day is this reader's to plan. Http404 otherwise."""
    team = teams_to_plan(request.actor, request.today).get(team_id)
    if team is None:
        raise Http404
    return team


def day_asked(day: str) -> date:
    """The day of an address. Http404 where it is none, or has no day before or after it."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    if not date.min < found < date.max:
        raise Http404
    return found


def _unplanned(
    request: Asked, found: Unplanned, shifts: Iterable[ShiftFacts]
) -> UnplannedShown | None:
    """Why the day as it was last asked for could not be planned, if so."""
    if found.faults is None:
        return None
    visits = visits_of(request.actor.council_id, visits_in(found))
    names = known_names(request, (visit.person_id for visit in visits.values()))
    return unplanned_shown(found, visits, names, shifts)


def names_of(request: Asked, made: DayFacts) -> dict[int, str]:
    """Names of those people of a plan whose record this reader may open."""
    people = [visit.person_id for visit in made.visits]
    return known_names(request, (*people, *(urgent.person_id for urgent in made.urgent)))


def known_names(request: Asked, person_ids: Iterable[int]) -> dict[int, str]:
    """Names of those people whose record this reader may open."""
    wanted = set(person_ids)
    if not wanted:
        return {}
    allowed = set(people_allowed(request.actor, Action.SEE_DELIVERY, request.today))
    return {pk: one.known_as for pk, one in person_facts(wanted & allowed).items()}


def _workers(made: DayFacts) -> dict[int, str]:
    told = (visit.told.worker_id for visit in made.visits if visit.told)
    return worker_names(pk for pk in told if pk)
