"""Delivery plans: what the people of each patch's lead provider agree about who comes and when."""

from datetime import date, timedelta

from whatmatters.demo.calendar import moment
from whatmatters.demo.world import Provider, Somebody, World
from whatmatters.places.queries import patches
from whatmatters.rota import services as rota
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Language
from whatmatters.rules.rota.agreed import EVERY_DAY, AgreedVisit, QuietFor, QuietTime, Skill
from whatmatters.rules.rota.day_file import Mode
from whatmatters.rules.rota.problem import Harm
from whatmatters.teams.queries import TeamFacts, WorkerFacts, members, teams_of_patch

MONDAY, SUNDAY = 0, 6
IN_A_TEAM = 8  # people of one patch: what three or four workers can do in a day
MODES = (Mode.WALK, Mode.CYCLE, Mode.DRIVE)
# Minutes since midnight.
EARLY, LATE = (420, 840), (840, 1290)
CHAPEL = (615, 720)
WHAT = {
    Language.WELSH: ("Codi ac ymolchi", "Tabledi a chinio", "Noswylio"),
    Language.ENGLISH: ("Getting up and washing", "Tablets and lunch", "Going to bed"),
}


def day_of_visits(world: World, day: date) -> None:
    """On Mondays some agree; at the end of the demonstration who is at work is written down."""
    if day.weekday() == MONDAY:
        _agree_some(world, day)
    if day == world.calendar.until:
        for patch, lead in teams_of_leads(world):
            _at_work(world, day, patch, lead)


def agree_at_last(world: World, person: Somebody) -> None:
    """The person whose sign-in is printed reads who comes, where her provider's team is."""
    if person.delivery_id or not (person.here and person.agreed_id):
        return
    codes = {patch.id: patch.code for patch in patches(world.council_id)}
    for team, lead in teams_of_leads(world):
        if lead is person.provider and codes[team.patch_id or 0] == person.patch_code:
            _agree(world, world.calendar.until, person, team)
            return


def teams_of_leads(world: World) -> list[tuple[TeamFacts, Provider]]:
    """The team of each patch's lead provider."""
    found = []
    for patch in patches(world.council_id):
        lead = world.lead_of_patch[patch.code]
        held = teams_of_patch(world.council_id, patch.id)
        found += [(one, lead) for one in held if one.organisation_id == lead.organisation_id]
    return found


def _agree_some(world: World, day: date) -> None:
    codes = {patch.id: patch.code for patch in patches(world.council_id)}
    for team, lead in teams_of_leads(world):
        near = [p for p in world.people.values() if p.patch_code == codes[team.patch_id or 0]]
        have = [p for p in near if p.delivery_id]
        new = [p for p in near if p.here and p.agreed_id and p.provider is lead and p not in have]
        for person in new[: IN_A_TEAM - len(have)]:
            _agree(world, day, person, team)


def _agree(world: World, day: date, person: Somebody, team: TeamFacts) -> None:
    """The manager writes it and says yes; she, or who decides for her, says yes."""
    assert person.provider is not None
    manager, worker = person.provider.manager, members([team.id], day)[team.id][0]
    given = rota.DeliveryGiven(
        person.person_id,
        over=0,
        team_id=team.id,
        starts=day,
        visits=_visits(person),
        quiet=_quiet(person),
        chosen=(worker.id,) if person.plot.number % 2 else (),
    )
    person.delivery_id = rota.write_delivery(by=manager, at=moment(day, 9), on=day, given=given)
    for hour, by, party in ((10, manager, Party.PROVIDER), (14, person.voice, Party.PERSON)):
        yes = rota.DeliveryAnswered(person.delivery_id, party, yes=True)
        rota.answer_delivery(by=by, at=moment(day, hour), on=day, given=yes)
    world.saw("delivery_plan")


def _visits(person: Somebody) -> tuple[AgreedVisit, ...]:
    """In the morning; of every second also at noon, on time; of every third also at night."""
    up, noon, bed = WHAT.get(person.language, WHAT[Language.ENGLISH])
    late = person.plot.number % 4 * 15
    found = [AgreedVisit(1, EVERY_DAY, 435 + late, 510 + late, 30, 45, up)]
    if person.plot.number % 2:
        found.append(_tablets(noon))
    if person.plot.number % 3 == 0:
        found.append(AgreedVisit(3, EVERY_DAY, 1200, 1260, 30, 40, bed))
    return tuple(found)


def _tablets(what: str) -> AgreedVisit:
    medicines = frozenset({Skill.MEDICINES})
    on_time, tolerance = Harm.CRITICAL, 15
    return AgreedVisit(
        2, EVERY_DAY, 735, 765, 15, 20, what, skills=medicines, harm=on_time, tolerance=tolerance
    )


def _quiet(person: Somebody) -> tuple[QuietTime, ...]:
    if person.plot.number % 5:
        return ()
    return (QuietTime(1, QuietFor.WORSHIP, frozenset({SUNDAY}), *CHAPEL),)


def _at_work(world: World, day: date, team: TeamFacts, lead: Provider) -> None:
    """Whoever of the provider's is not at work for another of its teams, today and tomorrow."""
    mine = [held for held, other in teams_of_leads(world) if other is lead]
    place = [held.id for held in mine].index(team.id)
    works = members([team.id], day).get(team.id, ())
    for number, worker in enumerate(works):
        if number % len(mine) == place:
            _write_shifts(world, day, team, lead, worker, number // len(mine))


def _write_shifts(
    world: World, day: date, team: TeamFacts, lead: Provider, worker: WorkerFacts, number: int
) -> None:
    """Every third works late; every second helps to move, all but one in four give medicines."""
    by, at = lead.manager, moment(day, 16)
    able = rota.AbilityGiven(
        team.id,
        worker.id,
        MODES[number % len(MODES)],
        moving=number % 2 == 0,
        medicines=number % 4 != 3,
    )
    rota.say_ability(by=by, at=at, on=day, given=able)
    starts, ends = LATE if number % 3 == 2 else EARLY
    for on in (day, day + timedelta(days=1)):
        shift = rota.ShiftGiven(team.id, worker.id, on, starts, ends)
        rota.write_shift(by=by, at=at, on=day, given=shift)
        world.saw("shift")
