"""Legacy time-and-task packages: visits every day, some missed or late recorded; some go over."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from whatmatters.access.queries import Actor
from whatmatters.delivery import services as delivery
from whatmatters.demo.agenda import Happening
from whatmatters.demo.calendar import moment
from whatmatters.demo.phrases import words
from whatmatters.demo.plot import Path
from whatmatters.demo.world import Provider, Somebody, World
from whatmatters.rules.outcomes import EndReason

RATE = Decimal("22.40")
LATE_DAYS = 12


def take_on(world: World, day: date) -> None:
    """Packages that were there before, as they were: calls a day, minutes, tasks, rate."""
    for provider, people in _by_provider(world):
        given = [_package(world, p, provider, day) for p in people]
        ids = delivery.take_on_packages(by=world.commissioner, at=moment(day, 8), packages=given)
        for person, package in zip(people, ids, strict=True):
            person.package_id = package
        world.saw("legacy_package", len(ids))
    for person in world.people.values():
        if person.package_id and person.plot.has("goes_over"):
            weeks = person.rng.randint(4, max(5, world.calendar.length // 14))
            world.agenda.later(day, weeks * 7, "go_over", person.plot.number)


def _package(
    world: World, person: Somebody, provider: Provider, day: date
) -> delivery.PackageGiven:
    return delivery.PackageGiven(
        person_id=person.person_id,
        contract_id=provider.legacy_contract_id,
        starts=day,
        calls_per_day=person.rng.choice((1, 2, 3, 4)),
        minutes_per_call=person.rng.choice((15, 30, 30, 45)),
        tasks=str(words("events")["legacy_tasks"]),
        rate=RATE,
    )


def _by_provider(world: World) -> list[tuple[Provider, list[Somebody]]]:
    found: dict[int, tuple[Provider, list[Somebody]]] = {}
    for person in world.people.values():
        if person.plot.path != Path.LEGACY or person.bundle_id:
            continue
        person.provider = world.lead_of_patch[person.patch_code]
        key = person.provider.organisation_id
        found.setdefault(key, (person.provider, []))[1].append(person)
    return list(found.values())


def visits(world: World, day: date, shapes: dict[int, tuple[int, int]]) -> None:
    """A day's visits of every package; one in fifty days is written down late."""
    now: dict[int, tuple[Actor, list[delivery.VisitGiven]]] = {}
    for person in world.people.values():
        if not (person.package_id and person.here):
            continue
        assert person.provider is not None
        by = person.provider.manager
        held = now.setdefault(by.user_id, (by, []))[1]
        calls, minutes = shapes[person.package_id]
        for visit in _day_of_visits(person, day, calls, minutes):
            if person.rng.random() < 0.01:
                world.agenda.later(day, LATE_DAYS, "late_visit", person.plot.number, visit=visit)
            else:
                held.append(visit)
    for by, given in now.values():
        if given:
            delivery.record_visits(by=by, at=moment(day, 22), visits=given)
            world.saw("visit", len(given))


def _day_of_visits(
    person: Somebody, day: date, calls: int, minutes: int
) -> list[delivery.VisitGiven]:
    return [_visit(person.rng, person.package_id, day, n, minutes) for n in range(1, calls + 1)]


def _visit(rng: Random, package: int, day: date, call: int, minutes: int) -> delivery.VisitGiven:
    drawn = rng.random()
    if drawn < 0.015:
        return delivery.VisitGiven(package, day, call, minutes)
    if drawn < 0.03:
        hours = Decimal(rng.choice((3, 20, 30)))
        return delivery.VisitGiven(package, day, call, minutes, cancelled_hours_before=hours)
    length = max(1, minutes + round(rng.gauss(0, 4)))
    return delivery.VisitGiven(package, day, call, minutes, delivered=length)


def late_visit(world: World, day: date, batch: Sequence[Happening]) -> None:
    """A visit that reaches the records twelve days late: the next close pays the difference."""
    for happening in batch:
        provider = world.somebody(happening.number).provider
        assert provider is not None
        visit = happening.details["visit"]
        delivery.record_visits(by=provider.manager, at=moment(day, 22), visits=[visit])
        world.saw("late_visit")


def go_over(world: World, day: date, batch: Sequence[Happening]) -> None:
    """From a package to a plan: the package ends, and she comes in like anybody else."""
    for happening in batch:
        person = world.somebody(happening.number)
        if not person.here:
            continue
        ending = delivery.PackageEnding(person.package_id, day, EndReason.REPLACED)
        delivery.end_packages(by=person.worker, at=moment(day, 9), endings=[ending])
        person.package_id = 0
        world.saw("package_to_plan")
        world.agenda.put(day + timedelta(days=1), "ask", person.plot.number)
