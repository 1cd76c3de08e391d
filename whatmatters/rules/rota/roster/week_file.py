"""A team's week as the file of weeks to roster: its turns, and what stands as promised turns.

A needed shift is n and its row's number and its day, a shift that stands is s, a worker is w.
"""

from datetime import date
from typing import Any

from whatmatters.rules.rota.roster.problem import RosterRules
from whatmatters.rules.rota.roster.told import Needed, needed_on
from whatmatters.rules.rota.roster.week_values import Kinds, Standing, TeamWeek
from whatmatters.rules.rota.roster.week_worker import time_text, worker_row

FORMAT = "whatmatters-roster/1"
ONE_WEEK = 1


def week_file(week: TeamWeek, rules: RosterRules, kinds: Kinds) -> dict[str, Any]:
    """The object that `read_weeks` reads."""
    known = {worker.id for worker in week.workers}
    stands = [one for one in week.standing if one.worker_id in known and one.on in week.days()]
    turns = [
        _needed(one, day, left, kinds)
        for day in week.days()
        for one in needed_on(week.needed, day)
        if (left := week.places_left(one, day))
    ]
    turns += [_standing(one, rules, kinds) for one in stands]
    workers = [worker_row(worker, week, rules, kinds) for worker in week.workers]
    return {
        "format": FORMAT,
        "day": week.monday.isoformat(),
        "weeks": ONE_WEEK,
        "turns": turns,
        "workers": workers,
    }


def turn_id(needed_id: int, day: date) -> str:
    """What a needed shift of a day is called."""
    return f"n{needed_id} {day.isoformat()}"


def needed_of(turn: str) -> tuple[int, date] | None:
    """The row and the day of such a name; None for a shift that stands."""
    kind, rest = turn[0], turn[1:]
    if kind != "n":
        return None
    number, _, day = rest.partition(" ")
    return int(number), date.fromisoformat(day)


def _needed(one: Needed, day: date, left: int, kinds: Kinds) -> dict[str, Any]:
    return {
        "id": turn_id(one.id, day),
        "on": day.isoformat(),
        "starts": time_text(one.starts),
        "ends": time_text(one.ends),
        "break_minutes": one.break_minutes,
        "needs": [sorted(one.skills)] * left,
        "kinds": kinds.of(day, one.ends),
    }


def _standing(one: Standing, rules: RosterRules, kinds: Kinds) -> dict[str, Any]:
    """Its break is not written down: the least that the law asks of a shift as long."""
    long = one.ends - one.starts > rules.long_turn
    return {
        "id": f"s{one.id}",
        "on": one.on.isoformat(),
        "starts": time_text(one.starts),
        "ends": time_text(one.ends),
        "break_minutes": round(rules.least_break) if long else 0,
        "kinds": kinds.of(one.on, one.ends),
    }
