"""From a locality, a seed and a number of people to a world on the morning of its first day."""

from dataclasses import dataclass

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import first_actor, mark_installation
from whatmatters.demo.calendar import DemoCalendar, moment
from whatmatters.demo.names_cast import Cast, build_cast
from whatmatters.demo.plot import plots
from whatmatters.demo.population import build_population
from whatmatters.demo.stage.contracts import set_money
from whatmatters.demo.stage.crew import Crew, hire
from whatmatters.demo.stage.persons import settle
from whatmatters.demo.stage.signed import Signed
from whatmatters.demo.stage.teams import gather_teams
from whatmatters.demo.world import Provider, Somebody, World
from whatmatters.places.queries import Locality
from whatmatters.places.services import LoadedLocality, load_locality
from whatmatters.rules.roles import InstallationKind, Role


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asked to see."""

    locality: Locality
    people: int
    seed: int
    calendar: DemoCalendar


@transaction.atomic
def set_stage(wanted: Wanted) -> World:
    """Everything that is there before the first day, through the services of each context."""
    locality, calendar = wanted.locality, wanted.calendar
    at, on = moment(calendar.start, 6), calendar.start
    mark_installation(kind=InstallationKind.DEMO, at=at, as_of=calendar.until)
    place = load_locality(locality=locality)
    system = first_actor(place.council_id)
    cast = build_cast(locality, seed=wanted.seed)
    crew = hire(by=system, at=at, on=on, cast=cast)
    payers = (crew.council_organisation_id, crew.health_board_id)
    signed = Signed(crew.with_role(Role.COMMISSIONER)[0], at, payers, on)
    providers = set_money(
        system=system,
        signed=signed,
        crew=crew,
        providers=cast.providers,
        patch_ids=place.patch_ids,
    )
    gather_teams(by=system, at=at, on=on, locality=locality, place=place, crew=crew, cast=cast)
    people, names = _people(wanted, place, system, crew)
    leads = _leads(cast, providers)
    world = _world(wanted, place, system, crew, providers, leads, people)
    world.usernames |= names
    return world


def _leads(cast: Cast, providers: dict[str, Provider]) -> dict[str, Provider]:
    return {
        patch: providers[p.code]
        for p in cast.providers
        if p.code in providers
        for patch in p.patch_codes
    }


def _people(
    wanted: Wanted, place: LoadedLocality, system: Actor, crew: Crew
) -> tuple[dict[int, Somebody], dict[int, str]]:
    on, seed = wanted.calendar.start, wanted.seed
    population = build_population(wanted.locality, people=wanted.people, seed=seed, on=on)
    told = plots(people=wanted.people, days=wanted.calendar.length, seed=seed)
    return settle(
        by=system,
        at=moment(on, 6),
        on=on,
        place=place,
        cast=list(zip(population.people, told, strict=True)),
        workers=crew.with_role(Role.SOCIAL_WORKER),
        seed=seed,
    )


def _world(
    wanted: Wanted,
    place: LoadedLocality,
    system: Actor,
    crew: Crew,
    providers: dict[str, Provider],
    leads: dict[str, Provider],
    people: dict[int, Somebody],
) -> World:
    finance = crew.with_role(Role.FINANCE_OFFICER)
    return World(
        calendar=wanted.calendar,
        council_id=place.council_id,
        nation=wanted.locality.nation,
        system=system,
        broker=crew.with_role(Role.BROKER)[0],
        commissioner=crew.with_role(Role.COMMISSIONER)[0],
        finance=finance[0],
        finance_two=finance[1],
        social_workers=crew.with_role(Role.SOCIAL_WORKER),
        providers=providers,
        lead_of_patch=leads,
        people=people,
        staff=tuple(h.actor for h in crew.hired),
        usernames=dict(crew.usernames),
        health_board_id=crew.health_board_id,
    )
