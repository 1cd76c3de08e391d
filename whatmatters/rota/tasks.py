"""The edge of the rota for the task worker and the tick: the clock is read here."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django_tasks import task

from whatmatters.access.queries import actor_for
from whatmatters.access.queries.installation import standing
from whatmatters.records.queue import enqueue_once
from whatmatters.records.standing import across_councils, of_council
from whatmatters.rota.queries.asked import Asked, days_asked
from whatmatters.rota.queries.rosters_asked import rosters_asked
from whatmatters.rota.services import keep_unmade, keep_unplanned, make_day_plan, make_roster
from whatmatters.rules.days import london_day
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.rota.day_refusals import DayNotAllowed, NobodyAtWork


@task()
def plan_of_day(council_id: int, team_id: int, day: str, user_id: int) -> int:
    """Plan one team's day for whoever asked on the page; 0 where it is refused.

    Why a day cannot be planned is kept; who may plan it no more, and a day on which nobody works
    any more, say so on the page themselves.
    """
    at = standing(timezone.now())
    on, wanted = london_day(at), date.fromisoformat(day)
    with of_council(council_id):
        by = actor_for(user_id, council_id=council_id, on=on)
        try:
            return make_day_plan(by=by, at=at, on=on, team_id=team_id, day=wanted)
        except (DayNotAllowed, NobodyAtWork):
            return 0
        except Refusal as why:
            keep_unplanned(by=by, at=at, team_id=team_id, day=wanted, why=why)
            return 0


@task()
def roster_of_week(council_id: int, team_id: int, monday: str, user_id: int) -> int:
    """Roster one team's week for whoever asked on the page; 0 where it is refused, which is kept
    but from who may not plan it any more."""
    at = standing(timezone.now())
    on, wanted = london_day(at), date.fromisoformat(monday)
    with of_council(council_id):
        by = actor_for(user_id, council_id=council_id, on=on)
        try:
            return make_roster(by=by, at=at, on=on, team_id=team_id, monday=wanted)
        except DayNotAllowed:
            return 0
        except Refusal as why:
            keep_unmade(by=by, at=at, team_id=team_id, monday=wanted, why=why)
            return 0


def due(at: datetime) -> int:
    """Enqueue the days and the weeks that were asked for; how many were enqueued."""
    with across_councils():
        waits: list[tuple[Any, Asked]] = [(plan_of_day, one) for one in days_asked(at)]
        waits += [(roster_of_week, one) for one in rosters_asked(at)]
    return sum(
        enqueue_once(made, one.council_id, one.team_id, one.day, one.user_id) for made, one in waits
    )
