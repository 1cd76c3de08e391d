"""What a plan's weeks will bring, put on the agenda on the day it is agreed."""

from datetime import date, timedelta

from whatmatters.demo.world import Somebody, World

# Trait, kind of happening, and the share of the plan's length after which it comes.
FIRST_PLAN = (
    ("small_change", "small_change", 0.35),
    ("off_track", "off_track", 0.30),
    ("exception_early", "exception", 0.38),
    ("exception_late", "exception", 0.75),
    ("exception_refused", "exception", 0.55),
    ("unmatched", "unmatched", 0.25),
    ("retires_outcome", "retire", 0.50),
    ("replaces_outcome", "replace", 0.45),
)
LATER_PLANS = (
    ("small_change", "small_change", 0.40),
    ("off_track_later", "off_track", 0.30),
    ("retires_outcome", "retire", 0.60),
)


def schedule(world: World, person: Somebody, starts: date, ends: date) -> None:
    """Weekly notes, the person's own happenings in her first plan, and what follows."""
    days = (ends - starts).days
    if days < 1:
        return
    for week in range(1, days // 7 + 1):
        world.agenda.put(starts + timedelta(days=7 * week), "note", person.plot.number)
    told = FIRST_PLAN if person.plans == 1 else LATER_PLANS
    for trait, kind, share in told:
        if person.plot.has(trait):
            when = max(1, int(days * share))
            world.agenda.put(starts + timedelta(days=when), kind, person.plot.number)
    _what_follows(world, person, starts, ends)


def _what_follows(world: World, person: Somebody, starts: date, ends: date) -> None:
    """Both routes offered before the end; the next plan is written while this one still runs."""
    number = person.plot.number
    if person.plans == 1:
        _put_inside(world, ends - timedelta(days=14), starts, "offer_routes", number)
    if person.plot.has("review_late") or (person.plans == 1 and person.plot.has("direct_payment")):
        return
    _put_inside(world, ends - timedelta(days=11), starts, "talk_again", number)


def _put_inside(world: World, on: date, starts: date, kind: str, number: int) -> None:
    world.agenda.put(max(on, starts + timedelta(days=1)), kind, number)
