"""All that a team's roster of a week is made from, out of records."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from whatmatters.policy.rota import weeks_before
from whatmatters.rota.models import Shift
from whatmatters.rota.queries.at_work import abilities, skills_of
from whatmatters.rota.queries.needed import needed
from whatmatters.rota.queries.told_hours import available, leave
from whatmatters.rules.periods import DAYS_IN_A_WEEK
from whatmatters.rules.rota.agreed import Skill
from whatmatters.rules.rota.roster.told import available_on
from whatmatters.rules.rota.roster.week_values import Standing, TeamWeek, WeekWorker
from whatmatters.teams.queries import WorkerFacts, members_between
from whatmatters.teams.queries.workers import DaysIn

WEEK = timedelta(days=DAYS_IN_A_WEEK)


def team_week(council_id: int, team_id: int, monday: date) -> TeamWeek:
    """The week (seven queries). Whoever told no hours, or whose ability is unsaid, is not in it."""
    working = members_between(team_id, monday, monday + WEEK - timedelta(days=1))
    skills = skills_by_worker(working)
    standing = standing_of(skills, team_id, monday, monday + WEEK)
    before = standing_of(
        skills, team_id, monday - weeks_before() * WEEK, monday - timedelta(days=1)
    )
    return TeamWeek(
        monday,
        needed(council_id, team_id),
        tuple(_workers(working, skills, monday)),
        standing,
        before,
        skills,
    )


def skills_by_worker(working: Mapping[WorkerFacts, DaysIn]) -> dict[int, frozenset[Skill]]:
    """What each can do of whom it was said."""
    able = abilities(one.id for one in working)
    return {
        one.id: skills_of(able[one.id], welsh=one.speaks_welsh) for one in working if one.id in able
    }


def standing_of(
    worker_ids: Iterable[int], team_id: int, first: date, last: date
) -> tuple[Standing, ...]:
    """Shifts of workers that stand from a day to a day, of any team (one query)."""
    rows = Shift.objects.filter(worker_id__in=set(worker_ids), struck_at__isnull=True)
    told = rows.filter(on__gte=first, on__lte=last).order_by("on", "starts", "id")
    return tuple(
        Standing(pk, worker, on, starts, ends, team == team_id)
        for pk, worker, on, starts, ends, team in told.values_list(
            "pk", "worker_id", "on", "starts", "ends", "team_id"
        )
    )


def _workers(
    working: Mapping[WorkerFacts, DaysIn], skills: Mapping[int, frozenset[Skill]], monday: date
) -> Iterable[WeekWorker]:
    told, away = available(skills), leave(skills)
    days = [monday + timedelta(days=n) for n in range(DAYS_IN_A_WEEK)]
    for who, spells in working.items():
        hours = told.get(who.id, ())
        if who.id in skills and any(available_on(hours, day) for day in days):
            held = frozenset(day for day in days if spells.holds(day))
            yield WeekWorker(who.id, skills[who.id], hours, away.get(who.id, ()), held)
