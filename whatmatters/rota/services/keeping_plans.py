"""A plan of a day kept as rows: each visit of the day, and who comes when."""

import math
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from whatmatters.access.queries import Actor
from whatmatters.rota import models as rows
from whatmatters.rota.services.day_problem import Windows
from whatmatters.rules.rota.clock import clock_text
from whatmatters.rules.rota.day_reading import DayRead
from whatmatters.rules.rota.days_work import starts_of
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.tiers import lateness


def keep_plan(
    by: Actor,
    at: datetime,
    whose: tuple[int, date],
    read: DayRead,
    plan: Plan,
    windows: Windows,
) -> int:
    """The plan's id. `whose` is a team and its day. What is no agreed visit is not kept here."""
    stamp: dict[str, Any] = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    team_id, day = whose
    starts = starts_of(plan)
    made = rows.DayPlan.objects.create(**stamp, team_id=team_id, on=day)
    visits = {
        f"v{pk}": rows.DayVisit(
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
            day_visit=visits[stop.visit],
            shift_id=int(shift[1:]),
            start=by_the_clock(day, stop.start),
        )
        for shift, stop in plan.stops()
        if stop.visit in visits
    )
    return int(made.pk)


def _late(read: DayRead, visit: str, starts: Mapping[str, float]) -> int:
    if visit not in starts:
        return 0
    return math.ceil(lateness(read.problem.visits[visit], starts[visit]))


def by_the_clock(day: date, minutes: float) -> int:
    """Minutes of the clock of minutes that pass."""
    hours, left = clock_text(day, minutes).split(":")[:2]
    return int(hours) * 60 + int(left)
