"""Both routes at equal value after the initial support, with advice before the choice."""

from collections.abc import Sequence
from datetime import date

from whatmatters.demo.agenda import Happening
from whatmatters.demo.calendar import moment
from whatmatters.demo.phrases import one
from whatmatters.demo.world import World
from whatmatters.outcomes import services as outcomes
from whatmatters.outcomes.queries import route_offers
from whatmatters.rules.outcomes import Route


def offer_routes(world: World, day: date, batch: Sequence[Happening]) -> None:
    """Both ways at equal value, with advice before the choice; a plan in a block has no value."""
    for happening in batch:
        person = world.somebody(happening.number)
        if not person.here or person.plans != 1 or person.in_block:
            continue
        advice = one(person.rng, "events", "advice")
        outcomes.offer_routes(
            by=person.worker,
            at=moment(day, 11),
            version_id=person.agreed_id,
            advice=advice,
            on=day,
        )
        world.saw("routes_offered")
        world.agenda.later(day, 2, "choose_route", person.plot.number, version=person.agreed_id)


def choose_route(world: World, day: date, batch: Sequence[Happening]) -> None:
    """Her choice. A direct payment begins once the plan's review is concluded."""
    for happening in batch:
        person = world.somebody(happening.number)
        if not person.here:
            continue
        direct = person.plot.has("direct_payment")
        route = Route.DIRECT_PAYMENT if direct else Route.PROVIDER_PLAN
        outcomes.choose_route(
            by=person.voice,
            at=moment(day, 11),
            version_id=happening.details["version"],
            route=route,
            on=day,
        )
        if direct:
            person.route_id = route_offers(world.council_id, [person.person_id])[-1].route_id
        world.saw("direct_payment_chosen" if direct else "provider_plan_chosen")
