"""From JSON whose shape and names are sound to turns and members."""

import math
from datetime import date
from typing import Any

from whatmatters.rules.rota.clock import face_minutes
from whatmatters.rules.rota.roster.problem import Member, RosterRules, Span, Turn
from whatmatters.rules.rota.roster.times import Times

WEEKDAYS = {day: n for n, day in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}


def turn_of(row: Any, times: Times) -> Turn:
    """One turn; without `needs`, one worker of any skill."""
    day, where = date.fromisoformat(row["on"]), f"turns.{row['id']}"
    starts, ends = (times.on(day, row[key], f"{where}.{key}") for key in ("starts", "ends"))
    return Turn(
        id=row["id"],
        day=day,
        starts=starts,
        ends=ends,
        clock=(times.face(day, row["starts"]), times.face(day, row["ends"])),
        break_minutes=row.get("break_minutes", 0),
        needs=tuple(frozenset(skills) for skills in row.get("needs", [[]])),
        kinds=frozenset(row.get("kinds", ())),
    )


def member_of(row: Any, times: Times, rules: RosterRules) -> Member:
    """One of the team; without `week_minutes` she may work as much as a week may have."""
    weeks, where = row.get("week_minutes", {}), f"workers.{row['id']}"
    return Member(
        id=row["id"],
        skills=frozenset(row.get("skills", ())),
        least=weeks.get("least", 0),
        most=weeks.get("most", math.inf),
        can=tuple(_span(span) for span in row.get("can", ())),
        away=tuple(
            (date.fromisoformat(one["from"]), date.fromisoformat(one["to"]))
            for one in row.get("away", ())
        ),
        rather_not=tuple(_span(span) for span in row.get("rather_not", ())),
        before=row.get("before", {}),
        free_from=_free_from(row, times, where, rules),
        longer_weeks=row.get("longer_weeks", False),
        keeps=frozenset((kept["turn"], kept.get("part", 1) - 1) for kept in row.get("keeps", ())),
    )


def _free_from(row: Any, times: Times, where: str, rules: RosterRules) -> float:
    last = row.get("last_ended")
    if last is None:
        return -math.inf
    on = date.fromisoformat(last["on"])
    return times.on(on, last["at"], f"{where}.last_ended.at") + rules.rest


def _span(row: Any) -> Span:
    days = frozenset(WEEKDAYS[day] for day in row["days"])
    return Span(days, face_minutes(row["from"]), face_minutes(row["to"]))
