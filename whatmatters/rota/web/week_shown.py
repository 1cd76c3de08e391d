"""A team's week as its page shows it: by day, and what nobody has."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from whatmatters.frontend.templatetags.wm import weekday
from whatmatters.rota.queries.rosters import RosterFacts
from whatmatters.rota.queries.week_team import WeekTeam
from whatmatters.rota.web.clock import clock
from whatmatters.rota.web.week_words import reason_lines

Who = tuple[date, int, int, int]  # day, start, end, worker


@dataclass(frozen=True, slots=True)
class ShiftShown:
    """A shift of a day, who has it, and whether it stands already."""

    when: str
    who: str
    stands: bool


@dataclass(frozen=True, slots=True)
class EmptyShown:
    """A place that nobody has, and why of each worker."""

    when: str
    why: tuple[str, ...]


def proposed(made: RosterFacts | None) -> list[Who]:
    """Places that somebody has on a roster that is not accepted yet."""
    if made is None or made.accepted:
        return []
    told = made.places
    return [(one.on, one.starts, one.ends, one.worker_id) for one in told if one.worker_id]


def by_day(held: WeekTeam, new: list[Who]) -> list[tuple[date, tuple[ShiftShown, ...]]]:
    """Each day with its shifts, the earliest first."""
    stands = [one for one in held.week.standing if one.ours]
    rows = [(*one, False) for one in new]
    rows += [(one.on, one.starts, one.ends, one.worker_id, True) for one in stands]
    rows.sort(key=lambda row: (row[:3], held.names.get(row[3], "")))
    return [
        (
            day,
            tuple(
                ShiftShown(between(starts, ends), held.names.get(who, ""), stands)
                for on, starts, ends, who, stands in rows
                if on == day
            ),
        )
        for day in held.week.days()
    ]


def empty_places(made: RosterFacts, held: WeekTeam) -> list[EmptyShown]:
    """What nobody has, with why, in the order of time; not what somebody has by now."""
    needed = {one.id: one for one in held.week.needed}
    taken = Counter((one.needed_id, one.on) for one in made.places if one.worker_id)
    shown: Counter[tuple[int, date]] = Counter()
    found = []
    for why in sorted(made.judged["why"], key=lambda why: (why["on"], why["needed"], why["part"])):
        need, on = needed[why["needed"]], date.fromisoformat(why["on"])
        proposed_now = 0 if made.accepted else taken[need.id, on]
        shown[need.id, on] += 1
        if shown[need.id, on] <= held.week.places_left(need, on) - proposed_now:
            when = f"{weekday(on)}, {between(need.starts, need.ends)}"
            lines = reason_lines(why["reasons"], held.names)
            found.append((on, need.starts, EmptyShown(when, tuple(lines))))
    return [one for _on, _starts, one in sorted(found, key=lambda row: row[:2])]


def between(starts: int, ends: int) -> str:
    """7:00–14:00."""
    return f"{clock(starts)}–{clock(ends)}"
