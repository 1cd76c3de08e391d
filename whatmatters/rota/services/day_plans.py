"""A plan of a team's day: from what was agreed, searched, judged, and kept only if it is legal."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.policy.rota import rota_moves
from whatmatters.records.locks import DAY_PLANS, lock_council
from whatmatters.rota.queries.at_work import day_shifts
from whatmatters.rota.queries.live_events import accepted_events
from whatmatters.rota.services.at_work import must_plan
from whatmatters.rota.services.day_problem import day_read
from whatmatters.rota.services.keeping_plans import keep_plan
from whatmatters.rota.services.searching import searched
from whatmatters.rules.rota.day_refusals import NobodyAtWork
from whatmatters.rules.rota.live_cut import still_at_work


def make_day_plan(*, by: Actor, at: datetime, on: date, team_id: int, day: date) -> int:
    """Plan a team's day; the plan's id. What people were told stays told, and is kept to.

    Whoever is gone by what was accepted is not sent anywhere after that.

    A search of so many moves, so that the same day gives the same plan; the first on a machine
    compiles. Never in a page's own request. Raises DayNotAllowed, NobodyAtWork.
    """
    must_plan(by, on, team_id)
    made = None
    while made is None:
        made = _made(by, at, team_id, day)
    return made


def _made(by: Actor, at: datetime, team_id: int, day: date) -> int | None:
    """None where an offer was accepted while it was searched: its plan would be undone unread."""
    known = accepted_events(by.council_id, team_id, day)
    shifts = still_at_work(day_shifts(by.council_id, team_id, day), known)
    if not shifts:
        raise NobodyAtWork()
    read, windows = day_read(by, team_id, day, shifts)
    plan = searched(read.problem, rota_moves())
    with transaction.atomic():
        lock_council(by.council_id, DAY_PLANS)
        if accepted_events(by.council_id, team_id, day) != known:
            return None
        made = keep_plan(by, at, (team_id, day), read, plan, windows)
        audit_many(by=by, at=at, events=[Audited("day.planned", "day_plan", made)])
        return made
