"""One provider's people on bundles of hours: minutes by day, and a bank for something longer."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from whatmatters.delivery import services as delivery
from whatmatters.demo.calendar import moment
from whatmatters.demo.phrases import one, said
from whatmatters.demo.plot import Path
from whatmatters.demo.world import Provider, Somebody, World
from whatmatters.rules.commissioning_models.bundled_hours import MovementKind

RATE = Decimal("22.40")
MINUTES_IN_AN_HOUR, DAYS_IN_A_WEEK = 60, 7
WEEKLY_HOURS = (6, 8, 10)
# Every so many days she puts something by; she draws it again some weeks later.
GIVES_EVERY, DRAWS_AFTER = 21, 35
# Of every third person less is used than agreed, so that a smaller bundle is offered to her.
USES, USES_LESS = 0.97, 0.75


def agree(world: World, day: date) -> None:
    """Those of one provider who had a package before and stay with it now have a bundle instead."""
    provider, people = _chosen(world)
    if provider is None:
        return
    given = [
        delivery.BundleGiven(
            p.person_id,
            provider.bundle_contract_id,
            day,
            Decimal(p.rng.choice(WEEKLY_HOURS)),
            RATE,
        )
        for p in people
    ]
    made = delivery.agree_bundles(by=world.commissioner, at=moment(day, 8), bundles=given)
    for person, bundle, told in zip(people, made, given, strict=True):
        person.provider, person.bundle_id = provider, bundle
        person.weekly_minutes = int(told.weekly_hours) * MINUTES_IN_AN_HOUR
    world.saw("bundle", len(made))


def _chosen(world: World) -> tuple[Provider | None, list[Somebody]]:
    """The provider with the most of them; the first where several have as many."""
    found: defaultdict[str, list[Somebody]] = defaultdict(list)
    for person in world.people.values():
        if person.plot.path == Path.LEGACY and not person.plot.has("goes_over"):
            found[world.lead_of_patch[person.patch_code].code].append(person)
    if sum(map(len, found.values())) < 2:  # a very small demonstration keeps its packages
        return None, []
    code = max(sorted(found), key=lambda one: len(found[one]))
    return world.providers[code], found[code]


def day_of_bundles(world: World, day: date) -> None:
    """What was delivered today, and what she puts in or draws."""
    people = [p for p in world.people.values() if p.bundle_id and p.here]
    if not people:
        return
    provider = people[0].provider
    assert provider is not None
    days = [delivery.DayGiven(p.bundle_id, day, _minutes(p)) for p in people]
    delivery.record_bundle_days(by=provider.manager, at=moment(day, 21), days=days)
    world.saw("bundle_day", len(days))
    since = (day - world.calendar.start).days
    for person in people:
        _bank(world, person, day, since + person.plot.number)


def _minutes(person: Somebody) -> int:
    share = USES_LESS if person.plot.number % 3 == 0 else USES
    usual = person.weekly_minutes * share / DAYS_IN_A_WEEK
    return max(0, round(person.rng.gauss(usual, usual / 6)))


def _bank(world: World, person: Somebody, day: date, turn: int) -> None:
    if turn % GIVES_EVERY == 0:
        _move(world, person, day, MovementKind.GIVEN, MINUTES_IN_AN_HOUR)
        person.banked += MINUTES_IN_AN_HOUR
    elif turn % DRAWS_AFTER == 0 and person.banked:
        _move(world, person, day, MovementKind.DRAWN, MINUTES_IN_AN_HOUR)
        person.banked -= MINUTES_IN_AN_HOUR


def _move(world: World, person: Somebody, day: date, kind: MovementKind, minutes: int) -> None:
    purpose = said(one(person.rng, "events", "banked"), person.language)
    given = delivery.MinutesGiven(person.bundle_id, kind, day, minutes, purpose)
    try:
        delivery.move_minutes(by=person.voice, at=moment(day, 19), given=given)
    except delivery.BankTooLow:
        world.saw("bank_ran_out")
        return
    world.saw(f"bank_{kind}")
