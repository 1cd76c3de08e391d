"""One team's next week: who told when she can work, which shifts it needs, and a roster of it."""

from datetime import date, timedelta

from whatmatters.demo.calendar import moment
from whatmatters.demo.life.visits import teams_of_leads
from whatmatters.demo.world import Provider, Somebody, World
from whatmatters.rota import services as rota
from whatmatters.rules.rota.agreed import EVERY_DAY, Skill
from whatmatters.rules.rota.roster.told import Available, Hours, Leave, Needed
from whatmatters.teams.queries import TeamFacts, members

WEEKDAYS = frozenset(range(5))
WEEK = 7
# Days, from and to in minutes of the clock, hours of a week by contract and at most, rather not.
TOLD = (
    (EVERY_DAY, 420, 1320, 30, 40, frozenset({6})),
    (WEEKDAYS, 555, 900, 20, 25, frozenset[int]()),  # school hours
    (EVERY_DAY, 840, 1320, 24, 36, frozenset[int]()),
    (EVERY_DAY, 420, 900, 30, 37, frozenset({5})),
)
# Days, from and to, break, how many, what each can do.
NEEDED = (
    (EVERY_DAY, 420, 840, 30, 1, frozenset[Skill]()),
    (WEEKDAYS, 570, 870, 0, 1, frozenset[Skill]()),
    (EVERY_DAY, 840, 1290, 30, 1, frozenset({Skill.MEDICINES})),
    (EVERY_DAY - WEEKDAYS, 840, 1290, 30, 1, frozenset[Skill]()),
)


def roster_a_week(world: World, person: Somebody) -> None:
    """Of the team of her provider, once each of its workers' abilities are said.

    The first few by name have told, the first is away for two days; of the others nothing is told.
    """
    provider = person.provider or world.lead_of_patch[person.patch_code]
    own = [team for team, lead in teams_of_leads(world) if lead is provider]
    if not own:
        return
    _told(world, own[0], provider)
    day = world.calendar.until
    rota.make_roster(
        by=provider.manager, at=moment(day, 18), on=day, team_id=own[0].id, monday=_monday(day)
    )
    world.saw("roster")


def _told(world: World, team: TeamFacts, provider: Provider) -> None:
    day = world.calendar.until
    by, at = provider.manager, moment(day, 17)
    works = members([team.id], day)[team.id]
    for worker, hours in zip(works, TOLD, strict=False):
        told = _available(day, *hours)
        rota.tell_hours(by=by, at=at, on=day, worker_id=worker.id, told=told)
    wednesday = _monday(day) + timedelta(days=2)
    away = Leave(wednesday, wednesday + timedelta(days=1), away=True)
    rota.tell_leave(by=by, at=at, on=day, worker_id=works[0].id, told=away)
    for days, starts, ends, rest, workers, skills in NEEDED:
        shift = Needed(0, day, days, starts, ends, rest, workers, skills)
        rota.need_shift(by=by, at=at, on=day, team_id=team.id, told=shift)


def _available(
    day: date,
    days: frozenset[int],
    starts: int,
    ends: int,
    least: int,
    most: int,
    rather_not: frozenset[int],
) -> Available:
    hours = tuple(Hours(one, starts, ends) for one in sorted(days))
    return Available(day, least * 60, most * 60, hours, rather_not)


def _monday(day: date) -> date:
    """The Monday after."""
    return day + timedelta(days=WEEK - day.weekday())
