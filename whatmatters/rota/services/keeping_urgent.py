"""Whoever needs a worker now, in a plan of the day as rows."""

from datetime import date
from typing import Any

from whatmatters.rota import models as rows
from whatmatters.rota.services.keeping_plans import by_the_clock
from whatmatters.rules.rota.plan import Plan


def urgent_before(over_id: int) -> list[int]:
    """Of a plan, the numbers of those who needed a worker."""
    return list(rows.DayUrgent.objects.filter(plan_id=over_id).values_list("about_id", flat=True))


def keep_urgent(
    stamp: dict[str, Any], day: date, plan_id: int, plan: Plan, ids: dict[str, int]
) -> None:
    """Each of them in the new plan: who goes, or that nobody does."""
    stops = {stop.visit: (int(shift[1:]), stop.start) for shift, stop in plan.stops()}
    made = []
    for visit, about_id in ids.items():
        shift_id, start = stops.get(visit, (None, None))
        clock = None if start is None else by_the_clock(day, start)
        urgent = rows.DayUrgent(
            **stamp, plan_id=plan_id, about_id=about_id, shift_id=shift_id, start=clock
        )
        made.append(urgent)
    rows.DayUrgent.objects.bulk_create(made)
