"""When the team can work: read by the team and its manager; her own by each worker."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.rota.queries.at_work import abilities
from whatmatters.rota.queries.own_hours import own_workers
from whatmatters.rota.queries.told_hours import available, leave
from whatmatters.rota.web.hours_shown import HoursShown, hours_shown
from whatmatters.rota.web.team_day import KEEP, found_team
from whatmatters.rota.web.working import team_name
from whatmatters.rules.permissions import Action
from whatmatters.teams.queries import WorkerFacts, members

TELL = Action.TELL_HOURS


@permitted_council(KEEP)
def rota_hours(request: Asked, team_id: int) -> HttpResponse:
    """Everybody who works in the team today, with what was told of them."""
    team = found_team(request, team_id)
    workers = members([team_id], request.today).get(team_id, ())
    context = {
        "team": team_name(team),
        "team_id": team_id,
        "workers": _shown(request, workers),
    }
    return render(request, "rota/rota_hours.html", context)


@permitted_council(TELL)
def hours_own(request: Asked) -> HttpResponse:
    """The reader's own hours."""
    workers = _shown(request, own_workers(request.actor))
    return render(request, "rota/hours_own.html", {"workers": workers})


def _shown(request: Asked, workers: Sequence[WorkerFacts]) -> list[HoursShown]:
    ids = [one.id for one in workers]
    told, away, able = available(ids), leave(ids), abilities(ids)
    tellers = user_names(one.by_id for many in told.values() for one in many)
    return [
        hours_shown(
            one,
            told.get(one.id, ()),
            away.get(one.id, ()),
            request.today,
            tellers,
            able=one.id in able,
        )
        for one in workers
    ]
