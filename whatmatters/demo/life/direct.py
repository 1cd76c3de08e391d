"""Direct payments of those who chose one: their own account, a helper each week, a look."""

from datetime import date, timedelta
from decimal import Decimal

from whatmatters.commissioning.queries import contract_facts
from whatmatters.demo.calendar import moment
from whatmatters.demo.world import Somebody, World
from whatmatters.direct_payments import services as direct
from whatmatters.direct_payments.queries import bought, direct_facts, direct_terms, ever_bought
from whatmatters.direct_payments.queries.direct import MODEL
from whatmatters.direct_payments.queries.introduced import MODEL as PLATFORM
from whatmatters.direct_payments.queries.refusals import PlanRunsOn
from whatmatters.rules.direct_payments import OwedFor, RecordKind
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.people import Language

MONDAY, FRIDAY = 0, 4
DAY = timedelta(days=1)
FOUND_AFTER = timedelta(weeks=2)
PRICE = Decimal("16.50")  # an hour
SHORT, LONG = 75, 180  # minutes
SPENT_OF_A_WEEK, KEPT_OF_A_WEEK = 8, 1  # tenths: wages, and what is kept for holidays
TENTHS = 10
LOOKED_AFTER = timedelta(weeks=12)
STOOD_THERE = 9  # weeks of money, one more than may stand there
HELPER = {Language.WELSH: "Oriau Megan", Language.ENGLISH: "Megan’s hours"}
HOLIDAY = {Language.WELSH: "Tâl gwyliau Megan", Language.ENGLISH: "Megan’s holiday pay"}


def day_of_direct(world: World, day: date) -> None:
    """On Mondays what was chosen begins, once its plan is over; on Fridays it is written down."""
    act = {MONDAY: _begin, FRIDAY: _end_of_week}.get(day.weekday())
    if act is None:
        return
    for person in world.people.values():
        if person.route_id and person.here:
            act(world, day, person)


def _begin(world: World, day: date, person: Somebody) -> None:
    if not person.direct_id:
        _open(world, day, person)
    elif not person.introduction_id:
        _find_worker(world, day, person)


def _end_of_week(world: World, day: date, person: Somebody) -> None:
    if person.introduction_id:
        _tell_hours(world, day, person)
    elif person.direct_id:
        _write(world, day, person)


def _open(world: World, day: date, person: Somebody) -> None:
    contract = next(c.id for c in contract_facts(world.council_id) if c.model == MODEL)
    given = direct.DirectGiven(person.person_id, person.route_id, contract, day)
    try:
        person.direct_id = direct.open_direct(by=person.worker, at=moment(day, 10), given=given)
    except PlanRunsOn:
        return  # its review is still to be concluded: next Monday again
    world.saw("direct_payment")


def _find_worker(world: World, day: date, person: Somebody) -> None:
    """Every second of them has, after some weeks, a worker whom a platform found."""
    (facts,) = direct_facts(world.council_id, ids=[person.direct_id])
    if person.direct_id % 2 or day - facts.starts < FOUND_AFTER:
        return
    contract = next(c.id for c in contract_facts(world.council_id) if c.model == PLATFORM)
    given = direct.IntroductionGiven(person.direct_id, contract, "Nia", day, PRICE)
    person.introduction_id = direct.introduce(by=person.worker, at=moment(day, 11), given=given)
    world.saw("introduction")


def _tell_hours(world: World, day: date, person: Somebody) -> None:
    """A shorter and a longer day of the week; the longer one is told an hour too long at first."""
    by = person.worker if person.decider else person.own
    told = {day - 3 * DAY: (SHORT, 0), day - DAY: (LONG, 0), day - 8 * DAY: (LONG - 60, 1)}
    known = bought(ever_bought(person.introduction_id))
    for on, (minutes, seen) in told.items():
        if seen == (known[on].revision if on in known else 0):
            direct.buy_hours(
                by=by,
                at=moment(day, 16),
                introduction_id=person.introduction_id,
                on=on,
                minutes=minutes,
                seen=seen,
            )
            world.saw("introduction_put_right" if seen else "introduction_hours")


def _write(world: World, day: date, person: Somebody) -> None:
    (facts,) = direct_facts(world.council_id, ids=[person.direct_id])
    terms = direct_terms(world.council_id, person.direct_id).terms
    week = half_up(pence(terms.weekly_budget))
    by, at = person.worker if person.decider else person.own, moment(day, 16)
    spent, kept = (week * part // TENTHS for part in (SPENT_OF_A_WEEK, KEPT_OF_A_WEEK))
    for kind, sum_of_week, what, owed in (
        (RecordKind.SPENT, spent, HELPER, None),
        (RecordKind.OWED, kept, HOLIDAY, OwedFor.HOLIDAY_PAY),
    ):
        said = what[person.language]
        line = direct.LineGiven(person.direct_id, kind, day, sum_of_week, said, owed)
        direct.write_line(by=by, at=at, given=line)
    world.saw("direct_payment_spent")
    if day - facts.starts == LOOKED_AFTER + timedelta(days=FRIDAY):
        direct.look_at(
            by=person.worker,
            at=moment(day, 17),
            direct_id=person.direct_id,
            on=day,
            balance=week * STOOD_THERE,
        )
        world.saw("direct_payment_looked_at")
