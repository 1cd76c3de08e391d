"""The workers of an organisation and its teams: all of them, and one worker."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.rules.permissions import Action
from whatmatters.rules.roles import Origin
from whatmatters.teams.queries.own import (
    KeptWorker,
    MemberFacts,
    at_work_in,
    count_workers,
    kept_worker,
    kept_workers,
    open_teams,
)

KEEP = Action.KEEP_TEAMS


@permitted_council(KEEP)
def worker_list(request: Asked) -> HttpResponse:
    """Teams with how many of the own work in them today; then every worker, paged by address."""
    council_id, body = request.actor.council_id, request.actor.organisation_id or 0
    form = ListForm(request.GET)
    pages = paging(form, count_workers(council_id, body))
    found = kept_workers(council_id, body, start=pages.start, limit=PER_PAGE)
    at_work = at_work_in(council_id, body, request.today)
    teams = open_teams(council_id, body).items()
    context = {
        "teams": [
            (_called(en, cy), at_work.get(pk, 0), own)
            for pk, (en, cy, own) in teams
            if own or pk in at_work
        ],
        "rows": [(one, ", ".join(_teams_on(one, request.today))) for one in found],
        "paging": pages,
    }
    return render(request, "teams/worker_list.html", context)


@permitted_council(KEEP)
def worker(request: Asked, at_work_id: int) -> HttpResponse:
    """One worker: who, in which teams from when to when, by which account."""
    one = found_worker(request, at_work_id)
    teams = [(team_called(held), held, held.on(request.today)) for held in one.teams]
    leaves = any(held.ends is None or held.ends > request.today for held in one.teams)
    invented = one.origin is Origin.SYNTHETIC
    context = {"one": one, "teams": teams, "leaves": leaves, "invented": invented}
    return render(request, "teams/worker.html", context)


def found_worker(request: Asked, worker_id: int) -> KeptWorker:
    """A worker of the reader's organisation. Http404 otherwise."""
    body = request.actor.organisation_id or 0
    one = kept_worker(request.actor.council_id, body, worker_id)
    if one is None:
        raise Http404
    return one


def team_called(held: MemberFacts) -> str:
    """A team's name in the language that is being read."""
    return _called(held.team_en, held.team_cy)


def _teams_on(one: KeptWorker, on: date) -> list[str]:
    return [team_called(held) for held in one.teams if held.on(on)]


def _called(name_en: str, name_cy: str) -> str:
    return name_cy if (get_language() or "").startswith("cy") else name_en
