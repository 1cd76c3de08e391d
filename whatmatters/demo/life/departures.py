"""Hospital stays, deaths and moves: what stops, and on which day."""

from collections.abc import Sequence
from datetime import date, timedelta

from whatmatters.delivery import services as delivery
from whatmatters.demo.agenda import Happening
from whatmatters.demo.calendar import moment
from whatmatters.demo.world import World
from whatmatters.home import services as home


def schedule(world: World, first: date) -> None:
    """Days for each person's hospital stay, death or move, somewhere in the time lived."""
    length = world.calendar.length
    for number, person in world.people.items():
        after = person.plot.arrives + length // 4
        for trait in ("hospital", "dies", "moves_away"):
            if person.plot.has(trait) and after < length - 2:
                when = person.rng.randint(after, length - 2)
                world.agenda.put(first + timedelta(days=when), trait, number)


def hospital(world: World, day: date, batch: Sequence[Happening]) -> None:
    """Admitted today; home again after some days. It changes no pay by default."""
    for happening in batch:
        person = world.somebody(happening.number)
        if person.gone:
            continue
        stay = delivery.StayGiven(person.person_id, day)
        (found,) = delivery.record_stays(by=person.worker, at=moment(day, 18), stays=[stay])
        world.saw("hospital_stay")
        world.agenda.later(day, person.rng.randint(2, 20), "home", person.plot.number, stay=found)


def come_home(world: World, day: date, batch: Sequence[Happening]) -> None:
    """Home again, if she lived."""
    for happening in batch:
        person = world.somebody(happening.number)
        if person.gone:
            continue
        back = delivery.Discharged(happening.details["stay"], day)
        delivery.discharge_many(by=person.worker, at=moment(day, 12), discharges=[back])
        world.saw("discharge")


def die(world: World, day: date, batch: Sequence[Happening]) -> None:
    """She died today: everything that was hers to pay ends with this day included."""
    for happening in batch:
        person = world.somebody(happening.number)
        if person.gone:
            continue
        home.someone_died(by=person.worker, at=moment(day, 20), person_id=person.person_id, on=day)
        person.gone = True
        world.saw("death")


def move_away(world: World, day: date, batch: Sequence[Happening]) -> None:
    """She moved away: support ends today."""
    for happening in batch:
        person = world.somebody(happening.number)
        if person.gone:
            continue
        home.someone_moved(by=person.worker, at=moment(day, 20), person_id=person.person_id, on=day)
        person.gone = True
        world.saw("moved_away")
