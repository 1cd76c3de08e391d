"""What happened on a team's day and was accepted, as the rules read it, and a plan's stops.

Ids are a letter and the number of a row, as in a day's file; u is somebody who needs a worker now.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from whatmatters.rota.models import DayPlan, DayStop, DayUrgent, LiveOffer, Shift
from whatmatters.rules.rota.clock import passed_at
from whatmatters.rules.rota.live_events import Event, What
from whatmatters.rules.rota.plan import Plan, Stop

NONE: Mapping[int, int] = MappingProxyType({})


def accepted_events(
    council_id: int, team_id: int, on: date, same: Mapping[int, int] = NONE
) -> tuple[Event, ...]:
    """In the order in which they were told (two queries). `same`: the visits' rows of today.

    Whoever is gone is gone from the shifts that were written by then: one written later counts.
    """
    rows = LiveOffer.objects.of(council_id).filter(
        plan__team_id=team_id, plan__on=on, answer__yes=True
    )
    told = list(rows.select_related("about").order_by("id"))
    hers = Shift.objects.of(council_id).filter(on=on, worker_id__in=[row.worker_id for row in told])
    written = tuple(hers.values_list("pk", "worker_id", "at"))
    return tuple(replace(_event(row, on, same), shifts=_shifts(row, written)) for row in told)


def _shifts(row: LiveOffer, written: Iterable[tuple[int, int, datetime]]) -> frozenset[str]:
    return frozenset(
        f"s{pk}" for pk, worker, at in written if worker == row.worker_id and at <= row.at
    )


def _event(row: LiveOffer, on: date, same: Mapping[int, int]) -> Event:
    about = getattr(row, "about", None)
    visit = ""
    if about is not None:
        agreed = about.visit_id
        visit = f"v{same.get(agreed, agreed)}" if agreed else f"u{about.pk}"
    return Event(
        What(row.what),
        passed_at(on, row.minute),
        worker=f"w{row.worker_id}" if row.worker_id else "",
        visit=visit,
        person=f"p{about.person_id}" if about is not None else "",
        time=None if row.time is None else passed_at(on, row.time),
        minutes=row.minutes or 0,
    )


def stops_of(plan: DayPlan, known: Collection[str], same: Mapping[int, int]) -> Plan:
    """The plan's stops at visits that the day still knows, of shifts not struck out.

    `same` are the visits' rows of today: what is done by an older version of a plan is done.
    """
    stops = DayStop.objects.filter(day_visit__plan=plan, shift__struck_at__isnull=True)
    told: list[tuple[int, str, str]] = [
        (start, f"s{shift}", f"v{same.get(visit, visit)}")
        for visit, shift, start in stops.order_by("id").values_list(
            "day_visit__visit_id", "shift_id", "start"
        )
    ]
    urgent = DayUrgent.objects.filter(plan=plan, shift__struck_at__isnull=True)
    told += [
        (start, f"s{shift}", f"u{about}")
        for about, shift, start in urgent.values_list("about_id", "shift_id", "start")
        if shift is not None and start is not None
    ]
    parts: dict[str, int] = {}
    routes: dict[str, tuple[Stop, ...]] = {}
    for start, shift, visit in sorted(told):
        if visit in known:
            part = parts.setdefault(visit, 0)
            parts[visit] += 1
            stop = Stop(visit, passed_at(plan.on, start), part)
            routes[shift] = (*routes.get(shift, ()), stop)
    return Plan(routes)
