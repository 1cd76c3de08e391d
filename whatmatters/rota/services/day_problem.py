"""A team's day as a problem: from what was agreed, is told, and who is at work."""

from collections.abc import Mapping, Sequence
from datetime import date

from whatmatters.access.queries import Actor
from whatmatters.policy.rota import rota_limits, rota_schema, rota_ways
from whatmatters.rota.queries.day_people import base_of, day_people
from whatmatters.rules.rota.day_file import DayShift, day_file, window_of
from whatmatters.rules.rota.day_reading import DayRead, read_day

Windows = Mapping[int, tuple[int, int]]


def day_read(
    by: Actor, team_id: int, day: date, shifts: Sequence[DayShift], *, begun: bool = False
) -> tuple[DayRead, Windows]:
    """The problem, and of each visit of the day the minutes of the clock at which it may start.

    A day that has `begun` may use what is borne when life happens.
    """
    people, ways = day_people(by, team_id, day), rota_ways()
    raw = day_file(day, base_of(people), people, shifts, ways, begun=begun)
    windows = {
        visit.id: window_of(visit, person.quiet, day, ways)
        for person in people
        for visit in person.visits
        if day.weekday() in visit.agreed.days
    }
    return read_day(raw, rota_schema("problem"), rota_limits()), windows
