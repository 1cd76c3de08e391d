"""Something happened on a planned day: a plan of what is left is made, judged and offered."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.policy.rota import live_moves, rota_allowed
from whatmatters.rota.queries.at_work import day_shifts
from whatmatters.rota.queries.in_use import plan_in_use
from whatmatters.rota.queries.live_events import accepted_events, stops_of
from whatmatters.rota.queries.same_visits import same_visits
from whatmatters.rota.services.at_work import must_plan
from whatmatters.rota.services.day_problem import day_read
from whatmatters.rota.services.happened import HappenedGiven
from whatmatters.rota.services.keeping_offers import NEW, Offered, keep_offer
from whatmatters.rota.services.searching import searched
from whatmatters.rules.rota.clock import passed_at
from whatmatters.rules.rota.day_refusals import DayIsOver, NobodyAtWork, NothingPlanned
from whatmatters.rules.rota.live import left_of
from whatmatters.rules.rota.live_events import Event, What
from whatmatters.rules.rota.live_happened import happened


def offer_replan(*, by: Actor, at: datetime, on: date, given: HappenedGiven) -> int:
    """Plan anew what is left and offer it; the offer's id. It is not in use before it is accepted.

    Raises DayNotAllowed, DayIsOver, NobodyAtWork, NothingPlanned, EventRefused.
    """
    return keep_replan(by=by, at=at, on=on, offered=plan_left(by=by, on=on, given=given))


def keep_replan(*, by: Actor, at: datetime, on: date, offered: Offered) -> int:
    """Offer what was planned; the offer's id. Raises DayNotAllowed."""
    must_plan(by, on, offered.given.team_id)
    return kept(by, at, offered)


@transaction.atomic
def kept(by: Actor, at: datetime, offered: Offered) -> int:
    """A part of verbs that decide who may."""
    made = keep_offer(by, at, offered)
    audit_many(by=by, at=at, events=[Audited("day.offered", "live_offer", made)])
    return made


def plan_left(*, by: Actor, on: date, given: HappenedGiven) -> Offered:
    """Plan anew what is left; nothing is written, so that no other writer waits for the search.

    In a page's own request: under a second, but half a minute where the kernel is compiled first.
    Raises DayNotAllowed, DayIsOver, NobodyAtWork, NothingPlanned, EventRefused.
    """
    must_plan(by, on, given.team_id)
    if given.day < on:
        raise DayIsOver()
    return left_planned(by, given)


def left_planned(by: Actor, given: HappenedGiven) -> Offered:
    """A part of verbs that decide who may. Raises NobodyAtWork, NothingPlanned, EventRefused."""
    team_id, day = given.team_id, given.day
    shifts = day_shifts(by.council_id, team_id, day)
    if not shifts:
        raise NobodyAtWork()
    over = plan_in_use(by.council_id, team_id, day)
    if over is None:
        raise NothingPlanned()
    read, windows = day_read(by, team_id, day, shifts, begun=True)
    same = same_visits(by.council_id, windows)
    given = replace(given, visit_id=same.get(given.visit_id or 0, given.visit_id))
    before = accepted_events(by.council_id, team_id, day, same)
    known = happened(read.problem, before, rota_allowed())
    stops = stops_of(over, known.visits, same)
    left = left_of(read.problem, stops, _event(given), rota_allowed(), before)
    plan = left.joined(searched(left.problem, live_moves(), left.warm))
    return Offered(given, over.pk, read, windows, left.whole, plan)


def _event(given: HappenedGiven) -> Event:
    return Event(
        given.what,
        passed_at(given.day, given.minute),
        worker=f"w{given.worker_id}" if given.worker_id else "",
        visit=NEW if given.what is What.URGENT else f"v{given.visit_id or 0}",
        person=f"p{given.person_id or 0}",
        time=None if given.time is None else passed_at(given.day, given.time),
        minutes=given.minutes or 0,
    )
