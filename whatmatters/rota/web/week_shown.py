"""A team's week as its page shows it: by day, and what nobody has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from whatmatters.frontend.templatetags.wm import weekday
from whatmatters.rota.queries.rosters import RosterFacts
from whatmatters.rota.web.clock import clock
from whatmatters.rota.web.week_words import reason_lines
from whatmatters.rules.rota.roster.week_values import Standing

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


def by_day(
    days: Iterable[date], new: list[Who], standing: Iterable[Standing], names: Mapping[int, str]
) -> list[tuple[date, tuple[ShiftShown, ...]]]:
    """Each day with its shifts, the earliest first."""
    rows = [(*one, False) for one in new]
    rows += [(one.on, one.starts, one.ends, one.worker_id, True) for one in standing if one.ours]
    rows.sort(key=lambda row: (row[:3], names.get(row[3], "")))
    return [
        (
            day,
            tuple(
                ShiftShown(between(starts, ends), names.get(who, ""), stands)
                for on, starts, ends, who, stands in rows
                if on == day
            ),
        )
        for day in days
    ]


def empty_places(made: RosterFacts, names: Mapping[int, str]) -> list[EmptyShown]:
    """What nobody has, with why, in the order of time."""
    times = {(one.needed_id, one.on): (one.starts, one.ends) for one in made.places}
    rows = [
        (why["on"], times[why["needed"], date.fromisoformat(why["on"])], why)
        for why in made.judged["why"]
    ]
    rows.sort(key=lambda row: (row[0], row[1], row[2]["part"]))
    return [
        EmptyShown(
            f"{weekday(date.fromisoformat(on))}, {between(*hours)}",
            tuple(reason_lines(why["reasons"], names)),
        )
        for on, hours, why in rows
    ]


def between(starts: int, ends: int) -> str:
    """7:00–14:00."""
    return f"{clock(starts)}–{clock(ends)}"
