"""Day after day: what is due that day, in a fixed order, each day one transaction."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from django.db import transaction

from whatmatters.delivery.queries import packages
from whatmatters.demo.agenda import Happening
from whatmatters.demo.life import (
    blocks,
    bundles,
    charging,
    contests,
    departures,
    direct,
    ending,
    feeling,
    funds,
    limits,
    money,
    planning,
    principles,
    results,
    routes,
    shifts,
    short_term,
    telling,
    visits,
    way_in,
    weeks,
    writing,
)
from whatmatters.demo.life import (
    packages as legacy,
)
from whatmatters.demo.plot import Path
from whatmatters.demo.world import World

Handler = Callable[[World, date, Sequence[Happening]], None]

# The order of a day. What a kind leads to is always on a later day.
HANDLERS: dict[str, Handler] = {
    "ask": way_in.ask,
    "converse": way_in.converse,
    "eligibility": way_in.decide_eligibility,
    "route": way_in.route,
    "decline": way_in.decline,
    "accept": way_in.accept,
    "start": planning.start,
    "note": weeks.note,
    "small_change": weeks.small_change,
    "off_track": weeks.off_track,
    "exception": weeks.exception,
    "answer_exception": weeks.answer_exception,
    "unmatched": weeks.unmatched,
    "retire": weeks.retire,
    "replace": weeks.replace,
    "offer_routes": routes.offer_routes,
    "choose_route": routes.choose_route,
    "talk_again": weeks.talk_again,
    "judge": ending.judge,
    "find": ending.find,
    "begin_again": ending.begin_again,
    "write_plan": planning.write_plan,
    "answer_plan": planning.answer_plan,
    "contest": contests.contest,
    "decide": contests.decide,
    "acknowledge": telling.acknowledge,
    "answer_message": telling.answer_message,
    "late_visit": legacy.late_visit,
    "go_over": legacy.go_over,
    "hospital": departures.hospital,
    "home": departures.come_home,
    "moves_away": departures.move_away,
    "dies": departures.die,
}


def live(world: World, each_day: Callable[[date], None]) -> None:
    """Live every day of the calendar; `each_day` is told after each."""
    first = world.calendar.start
    _arrivals(world, first)
    with transaction.atomic():
        bundles.agree(world, first)
        legacy.take_on(world, first)
        charging.begin(world, first)
        writing.choose(world, first)
    departures.schedule(world, first)
    held = packages(world.council_id)
    known = {p.package_id: (p.calls_per_day, p.minutes_per_call) for p in held}
    for day in world.calendar.days():
        with transaction.atomic():
            _one_day(world, day, known)
        each_day(day)


def _arrivals(world: World, first: date) -> None:
    for number, person in world.people.items():
        if person.plot.path != Path.LEGACY:
            world.agenda.put(first + timedelta(days=person.plot.arrives), "ask", number)


def _one_day(world: World, day: date, known: dict[int, tuple[int, int]]) -> None:
    ending.open_judgements(world, day)
    for kind, handler in HANDLERS.items():
        due = world.agenda.take(day, kind)
        if due:
            handler(world, day, due)
    legacy.visits(world, day, known)
    bundles.day_of_bundles(world, day)
    blocks.day_of_blocks(world, day)
    money.close(world, day)
    funds.day_of_funds(world, day)
    direct.day_of_direct(world, day)
    short_term.day_of_short_term(world, day)
    shifts.day_of_shifts(world, day)
    results.day_of_results(world, day)
    limits.day_of_limits(world, day)
    principles.day_of_principles(world, day)
    visits.day_of_visits(world, day)
    feeling.day_of_control(world, day)
    telling.midweek(world, day)
    writing.monday(world, day)
    left = world.agenda.left(day)
    if left:
        raise LeftUndoneError(left)


class LeftUndoneError(Exception):
    """A kind of happening that nobody lives: a fault of the demonstration itself."""
