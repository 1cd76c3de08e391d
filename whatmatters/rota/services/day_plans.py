"""A plan of a team's day: from what was agreed, searched, judged, and kept only if it is legal."""

import math
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.policy.rota import rota_limits, rota_moves, rota_schema, rota_ways, rota_weights
from whatmatters.rota import models as rows
from whatmatters.rota.queries.at_work import day_shifts
from whatmatters.rota.queries.day_people import base_of, day_people
from whatmatters.rota.services.at_work import must_plan
from whatmatters.rules.rota.check import judge
from whatmatters.rules.rota.clock import clock_text
from whatmatters.rules.rota.day_file import day_file, window_of
from whatmatters.rules.rota.day_reading import DayRead, read_day
from whatmatters.rules.rota.day_refusals import NobodyAtWork
from whatmatters.rules.rota.days_work import starts_of
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.tiers import lateness


def make_day_plan(*, by: Actor, at: datetime, on: date, team_id: int, day: date) -> int:
    """Plan a team's day; the plan's id. What people were told stays told, and is kept to.

    A search of so many moves, so that the same day gives the same plan; the first on a machine
    compiles. Never in a page's own request. Raises DayNotAllowed, NobodyAtWork.
    """
    must_plan(by, on, team_id)
    shifts = day_shifts(by.council_id, team_id, day)
    if not shifts:
        raise NobodyAtWork()
    people, ways = day_people(by, team_id, day), rota_ways()
    raw = day_file(day, base_of(people), people, shifts, ways)
    read = read_day(raw, rota_schema("problem"), rota_limits())
    plan = _searched(read)
    windows = {
        visit.id: window_of(visit, person.quiet, day, ways)
        for person in people
        for visit in person.visits
        if day.weekday() in visit.agreed.days
    }
    with transaction.atomic():
        return _keep(by, at, (team_id, day), read, plan, windows)


def _searched(read: DayRead) -> Plan:
    """The best plan found; it has passed the checker."""
    from whatmatters.rota.solvers.cooling import Budget  # numba is slow to load
    from whatmatters.rota.solvers.search import search
    from whatmatters.rota.solvers.weights import weights_of

    found = search(read.problem, weights_of(rota_weights()), Budget(moves=rota_moves()))
    if not judge(read.problem, found.plan).legal:
        raise RuntimeError("a plan left the search that the checker refuses")
    return found.plan


def _keep(
    by: Actor,
    at: datetime,
    whose: tuple[int, date],
    read: DayRead,
    plan: Plan,
    windows: Mapping[int, tuple[int, int]],
) -> int:
    stamp: dict[str, Any] = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    team_id, day = whose
    starts = starts_of(plan)
    made = rows.DayPlan.objects.create(**stamp, team_id=team_id, on=day)
    visits = {
        pk: rows.DayVisit(
            **stamp,
            plan=made,
            visit_id=pk,
            earliest=window[0],
            latest=window[1],
            late=_late(read, f"v{pk}", starts),
            nobody_can=f"v{pk}" in read.aside,
        )
        for pk, window in windows.items()
    }
    rows.DayVisit.objects.bulk_create(visits.values())
    rows.DayStop.objects.bulk_create(
        rows.DayStop(
            **stamp,
            day_visit=visits[int(stop.visit[1:])],
            shift_id=int(shift[1:]),
            start=_by_the_clock(day, stop.start),
        )
        for shift, stop in plan.stops()
    )
    audit_many(by=by, at=at, events=[Audited("day.planned", "day_plan", made.pk)])
    return int(made.pk)


def _late(read: DayRead, visit: str, starts: Mapping[str, float]) -> int:
    if visit not in starts:
        return 0
    return math.ceil(lateness(read.problem.visits[visit], starts[visit]))


def _by_the_clock(day: date, minutes: float) -> int:
    hours, left = clock_text(day, minutes).split(":")[:2]
    return int(hours) * 60 + int(left)
