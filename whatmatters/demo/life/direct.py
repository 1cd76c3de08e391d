"""Direct payments of those who chose one: their own account, a helper each week, a look."""

from datetime import date, timedelta

from whatmatters.commissioning.queries import contract_facts
from whatmatters.demo.calendar import moment
from whatmatters.demo.world import Somebody, World
from whatmatters.direct_payments import services as direct
from whatmatters.direct_payments.queries import direct_facts, direct_terms
from whatmatters.direct_payments.queries.direct import MODEL
from whatmatters.direct_payments.queries.refusals import PlanRunsOn
from whatmatters.rules.direct_payments import OwedFor, RecordKind
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.people import Language

MONDAY, FRIDAY = 0, 4
SPENT_OF_A_WEEK, KEPT_OF_A_WEEK = 8, 1  # tenths: wages, and what is kept for holidays
TENTHS = 10
LOOKED_AFTER = timedelta(weeks=12)
STOOD_THERE = 9  # weeks of money, one more than may stand there
HELPER = {Language.WELSH: "Oriau Megan", Language.ENGLISH: "Megan’s hours"}
HOLIDAY = {Language.WELSH: "Tâl gwyliau Megan", Language.ENGLISH: "Megan’s holiday pay"}


def day_of_direct(world: World, day: date) -> None:
    """On Mondays what was chosen begins, once its plan is over; on Fridays it is written down."""
    people = [p for p in world.people.values() if p.route_id and p.here]
    if day.weekday() == MONDAY:
        for person in people:
            if not person.direct_id:
                _open(world, day, person)
    elif day.weekday() == FRIDAY:
        for person in people:
            if person.direct_id:
                _write(world, day, person)


def _open(world: World, day: date, person: Somebody) -> None:
    contract = next(c.id for c in contract_facts(world.council_id) if c.model == MODEL)
    given = direct.DirectGiven(person.person_id, person.route_id, contract, day)
    try:
        person.direct_id = direct.open_direct(by=person.worker, at=moment(day, 10), given=given)
    except PlanRunsOn:
        return  # its review is still to be concluded: next Monday again
    world.saw("direct_payment")


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
