"""Who is in a team in a week, what stands for them, and who can be on no roster."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from whatmatters.policy.rota import weeks_before
from whatmatters.rota.queries.at_work import abilities
from whatmatters.rota.queries.told_hours import available
from whatmatters.rota.queries.week_records import WEEK, standing_of
from whatmatters.rules.periods import DAYS_IN_A_WEEK
from whatmatters.rules.rota.roster.told import available_on
from whatmatters.rules.rota.roster.week_values import Standing
from whatmatters.teams.queries import members_between


@dataclass(frozen=True, slots=True)
class WeekTeam:
    """Names by worker; shifts of the week and of the weeks before, of all teams; by name of whom
    no hours are told, and of whom it is not said how they go and what they can do."""

    days: tuple[date, ...]
    names: Mapping[int, str]
    standing: tuple[Standing, ...]
    before: tuple[Standing, ...]
    untold: tuple[str, ...]
    unable: tuple[str, ...]


def week_team(team_id: int, monday: date) -> WeekTeam:
    """Five queries, and one more where anybody told hours."""
    days = tuple(monday + timedelta(days=n) for n in range(DAYS_IN_A_WEEK))
    names = {who.id: who.name for who in members_between(team_id, monday, days[-1])}
    told, able = available(names), abilities(names)
    first = monday - weeks_before() * WEEK
    return WeekTeam(
        days,
        names,
        standing_of(names, team_id, monday, days[-1]),
        standing_of(names, team_id, first, monday - timedelta(days=1)),
        tuple(
            name
            for pk, name in names.items()
            if not any(available_on(told.get(pk, ()), day) for day in days)
        ),
        tuple(name for pk, name in names.items() if pk not in able),
    )
