"""Who is in a team in a week, what stands for them, and who can be on no roster."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from whatmatters.rota.queries.told_hours import available
from whatmatters.rota.queries.week_records import team_week
from whatmatters.rules.rota.roster.told import available_on
from whatmatters.rules.rota.roster.week_values import TeamWeek
from whatmatters.teams.queries import members_between


@dataclass(frozen=True, slots=True)
class WeekTeam:
    """The week from records; names by worker; by name of whom no hours are told, and of whom it is
    not said how they go and what they can do."""

    week: TeamWeek
    names: Mapping[int, str]
    untold: tuple[str, ...]
    unable: tuple[str, ...]


def week_team(council_id: int, team_id: int, monday: date) -> WeekTeam:
    """Nine queries, and one more where anybody told hours."""
    week = team_week(council_id, team_id, monday)
    first, *_rest, last = week.days()
    names = {who.id: who.name for who in members_between(team_id, first, last)}
    told = available(names)
    untold = [
        name
        for pk, name in names.items()
        if not any(available_on(told.get(pk, ()), day) for day in week.days())
    ]
    unable = [name for pk, name in names.items() if pk not in week.skills]
    return WeekTeam(week, names, tuple(untold), tuple(unable))
