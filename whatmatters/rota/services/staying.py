"""A worker says from their own round that they stay with somebody: the team is offered a plan."""

from datetime import date, datetime

from whatmatters.access.queries import Actor
from whatmatters.rota.queries.own_place import place_with
from whatmatters.rota.services.happened import HappenedGiven
from whatmatters.rota.services.keeping_offers import Offered
from whatmatters.rota.services.live_offers import kept, left_planned
from whatmatters.rules.rota.day_refusals import NotOnYourRound
from whatmatters.rules.rota.live_events import What


def plan_without_me(
    *, by: Actor, on: date, person_id: int, minute: int, until: int | None
) -> Offered:
    """Plan what is left of today with the worker where they are, from `minute` of the clock until
    `until` (None: to the end of the shift); nothing is written.

    Raises NotOnYourRound, NobodyAtWork, NothingPlanned, EventRefused.
    """
    place = place_with(by, on, person_id)
    if place is None:
        raise NotOnYourRound()
    given = HappenedGiven(
        place.team_id,
        on,
        What.STAYING,
        minute,
        worker_id=place.worker_id,
        person_id=person_id,
        time=until,
    )
    return left_planned(by, given)


def say_staying(*, by: Actor, at: datetime, on: date, offered: Offered) -> int:
    """Tell the team, with the plan that is offered; its id. It holds once somebody of the team
    accepts it. Raises NotOnYourRound where the round has changed since.
    """
    given = offered.given
    place = place_with(by, on, given.person_id or 0)
    if place is None or (place.team_id, place.worker_id) != (given.team_id, given.worker_id):
        raise NotOnYourRound()
    return kept(by, at, offered)
