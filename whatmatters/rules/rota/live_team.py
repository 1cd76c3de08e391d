"""Whom of a team to call on for an agreed visit, from values of its records."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from whatmatters.rules.rota.agreed import AgreedVisit, Skill
from whatmatters.rules.rota.day_file import DayShift


@dataclass(frozen=True, slots=True)
class OfTheTeam:
    """Somebody of the team, and what she can do."""

    worker_id: int
    skills: frozenset[Skill]


def could_come(
    visit: AgreedVisit,
    team: Iterable[OfTheTeam],
    shifts: Iterable[DayShift],
    away: Collection[int],
    chosen: Collection[int],
    never: Collection[int],
) -> tuple[int, ...]:
    """Workers who have the skills, are on no shift at its time, and whom she does not turn away;
    whom she chose come first. `away` stay with somebody or are gone."""
    busy = {
        shift.worker_id
        for shift in shifts
        if shift.starts < visit.latest + visit.tolerance + visit.minutes
        and visit.earliest < shift.ends
    }
    able = [
        one.worker_id
        for one in team
        if visit.skills <= one.skills and one.worker_id not in busy | set(away) | set(never)
    ]
    return tuple(sorted(able, key=lambda pk: (pk not in chosen, pk)))
