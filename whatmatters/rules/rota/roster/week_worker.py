"""A worker of a team's week as a row of the file: hours day by day, leave, and what she had."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from whatmatters.rules.periods import DAYS_IN_A_WEEK
from whatmatters.rules.rota.clock import MINUTES_IN_A_DAY, MINUTES_IN_AN_HOUR
from whatmatters.rules.rota.roster.problem import RosterRules
from whatmatters.rules.rota.roster.records import WEEKDAYS
from whatmatters.rules.rota.roster.told import available_on, away_on
from whatmatters.rules.rota.roster.week_values import Kinds, Standing, TeamWeek, WeekWorker

NAMES = {number: name for name, number in WEEKDAYS.items()}


def worker_row(who: WeekWorker, week: TeamWeek, rules: RosterRules, kinds: Kinds) -> dict[str, Any]:
    """Her row. On a day of which she told nothing, or is away, she has what stands alone."""
    mine = [one for one in week.standing if one.worker_id == who.id]
    spans = {day: list(_spans(who, day, mine, rules)) for day in week.days()}
    off = [day for day in week.days() if not spans[day] or _is_off(who, day, mine)]
    had = [one for one in week.before if one.worker_id == who.id]
    unwished = [day for day in week.days() if _unwished(who, day)]
    found: dict[str, Any] = {
        "id": f"w{who.id}",
        "skills": sorted(who.skills),
        "week_minutes": _contract(who, week),
        "can": [span for day in week.days() for span in spans[day]],
        "away": [{"from": day.isoformat(), "to": day.isoformat()} for day in off],
        "rather_not": [_span(day, 0, MINUTES_IN_A_DAY) for day in unwished],
        "before": dict(Counter(kind for one in had for kind in kinds.of(one.on, one.ends))),
        "keeps": [{"turn": f"s{one.id}"} for one in mine if one.on in week.days()],
    }
    if had:
        last = max(had, key=lambda one: (one.on, one.ends))
        found["last_ended"] = {"on": last.on.isoformat(), "at": time_text(last.ends)}
    return found


def _is_off(who: WeekWorker, day: date, mine: list[Standing]) -> bool:
    """Away or not in the team, and nothing stands: then her hours say why she is not there."""
    return who.held_on(day) is None and not any(one.on == day for one in mine)


def _spans(
    who: WeekWorker, day: date, mine: list[Standing], rules: RosterRules
) -> Iterator[dict[str, Any]]:
    """Hours of a day; those of a shift that stands are hers whatever she told since."""
    stands = [one for one in mine if one.on == day]
    held = who.held_on(day) if stands else available_on(who.told, day)
    latest = _latest(day, mine, rules)
    for hours in held.hours if held else ():
        ends = min(hours.ends, latest)
        if hours.day == day.weekday() and hours.starts < ends:
            yield _span(day, hours.starts, ends)
    for one in stands:
        yield _span(day, one.starts, one.ends)


def _latest(day: date, mine: list[Standing], rules: RosterRules) -> float:
    """Until when she may work on the last day, to have rested when the next week begins for her."""
    if day.weekday() != DAYS_IN_A_WEEK - 1:
        return MINUTES_IN_A_DAY
    next_day = [one.starts for one in mine if one.on == day + timedelta(days=1)]
    return MINUTES_IN_A_DAY + min(next_day, default=rules.rest) - rules.rest


def _contract(who: WeekWorker, week: TeamWeek) -> dict[str, int]:
    """As it is on the first day of the week of which she told; days of leave count as worked."""
    held = next(one for day in week.days() if (one := available_on(who.told, day)))
    away = sum(away_on(who.leave, day) for day in week.days())
    found = {"least": held.least * (DAYS_IN_A_WEEK - away) // DAYS_IN_A_WEEK}
    return found if held.most is None else {**found, "most": held.most}


def _unwished(who: WeekWorker, day: date) -> bool:
    held = available_on(who.told, day)
    return held is not None and day.weekday() in held.rather_not


def _span(day: date, starts: float, ends: float) -> dict[str, Any]:
    return {"days": [_name(day)], "from": time_text(starts), "to": time_text(ends)}


def _name(day: date) -> str:
    return NAMES[day.weekday()]


def time_text(minutes: float) -> str:
    """450 as 07:30; a whole day as 24:00."""
    hours, left = divmod(round(minutes), MINUTES_IN_AN_HOUR)
    return f"{hours:02d}:{left:02d}"
