"""Whom of a team to call on for visits that nobody at work can make."""

from collections.abc import Collection

from whatmatters.access.queries import Actor
from whatmatters.policy.rota import rota_allowed
from whatmatters.rota.queries.at_work import abilities, day_shifts
from whatmatters.rota.queries.day_people import plans_of_team
from whatmatters.rota.queries.day_plans import UrgentFacts
from whatmatters.rota.queries.offers import OfferFacts
from whatmatters.rules.rota.agreed import EVERY_DAY, AgreedVisit, Skill
from whatmatters.rules.rota.live_events import What
from whatmatters.rules.rota.live_team import OfTheTeam, could_come
from whatmatters.teams.queries import WorkerFacts, members

AWAY = (What.STAYING, What.GONE)


def callers(
    by: Actor, found: OfferFacts, visit_ids: Collection[int], away: Collection[int]
) -> dict[int, tuple[str, ...]]:
    """For each visit the names of those who could come, whom she chose first."""
    wanted = set(visit_ids)
    if not wanted:
        return {}
    names, team = _members(found)
    shifts = day_shifts(by.council_id, found.team_id, found.on)
    told = {}
    for plan in plans_of_team(by, found.team_id, found.on):
        for visit in plan.visits:
            pk = plan.visit_ids[visit.number]
            if pk in wanted:
                who = could_come(visit, team, shifts, away, plan.chosen, plan.never)
                told[pk] = tuple(names[worker] for worker in who)
    return told


def callers_now(
    by: Actor, found: OfferFacts, urgent: Collection[UrgentFacts], away: Collection[int]
) -> dict[int, tuple[str, ...]]:
    """The same for those who need somebody now, by the number of what each is about."""
    if not urgent:
        return {}
    names, team = _members(found)
    shifts = day_shifts(by.council_id, found.team_id, found.on)
    plans = {one.person_id: one for one in plans_of_team(by, found.team_id, found.on)}
    told = {}
    for one in urgent:
        if one.person_id in plans:
            plan = plans[one.person_id]
            who = could_come(_needed(one), team, shifts, away, plan.chosen, plan.never)
            told[one.about_id] = tuple(names[worker] for worker in who)
    return told


def _needed(one: UrgentFacts) -> AgreedVisit:
    """A visit that anybody may make, as soon as it should be."""
    until = one.minute + round(rota_allowed().urgent)
    return AgreedVisit(0, EVERY_DAY, one.minute, until, one.minutes, one.minutes, "")


def _members(found: OfferFacts) -> tuple[dict[int, str], list[OfTheTeam]]:
    works = members([found.team_id], found.on).get(found.team_id, ())
    return {worker.id: worker.name for worker in works}, _team(works)


def _team(works: Collection[WorkerFacts]) -> list[OfTheTeam]:
    """Those of whom it was said how they go: nobody else can be planned."""
    able = abilities(worker.id for worker in works)
    found = []
    for worker in works:
        if worker.id in able:
            one = able[worker.id]
            held = {Skill.MOVING: one.moving, Skill.MEDICINES: one.medicines}
            held[Skill.WELSH] = worker.speaks_welsh
            skills = frozenset(skill for skill, has in held.items() if has)
            found.append(OfTheTeam(worker.id, skills))
    return found


def away_on(events: Collection[OfferFacts]) -> set[int]:
    """Who stays with somebody or is gone, by what happened and was not declined."""
    return {
        one.worker_id
        for one in events
        if one.what in AWAY and one.worker_id and one.accepted is not False
    }
