"""Two people with a small fund of their own: instalments, a taxi each week, a course, a mistake."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from whatmatters.demo.calendar import moment
from whatmatters.demo.world import Held, Somebody, World
from whatmatters.funds import services as funds
from whatmatters.funds.queries import account_lines, fund_facts
from whatmatters.payments.queries.funds_checked import funds_checked
from whatmatters.rules.funds.account import LineKind
from whatmatters.rules.funds.agreed import Every
from whatmatters.rules.people import Language

MOST = 2
BUDGETS = (Decimal("3900"), Decimal("2600"))
BEGINS_AFTER = timedelta(weeks=3)
WEDNESDAY, FRIDAY = 2, 4
TAXI_AGREED, TAXI_PAID = 1_400, 1_240
COURSE_AGREED, COURSE_PAID = 9_000, 8_450
TAXI = {Language.WELSH: "Tacsi yno ac yn ôl", Language.ENGLISH: "A taxi there and back"}
COURSE = {Language.WELSH: "Cwrs yn y neuadd", Language.ENGLISH: "A course at the hall"}
TWICE = {Language.WELSH: "Ysgrifennwyd ddwywaith", Language.ENGLISH: "Written twice"}
DRIVER, HALL = "Tacsi Menai (invented)", "Neuadd y Cei (invented)"


def day_of_funds(world: World, day: date) -> None:
    """Open what is to come; write in what the council paid; spend a little each Friday."""
    if not world.funds and day >= world.calendar.start + BEGINS_AFTER:
        _begin(world, day)
    running = [p for p in world.people.values() if p.fund and p.here]
    if day.weekday() == WEDNESDAY:
        _write_in(world, day, running)
    elif day.weekday() == FRIDAY:
        for person in running:
            _spend(world, day, person)


def _begin(world: World, day: date) -> None:
    """The first with a plan, a provider and something that they want; nobody who is decided for."""
    chosen = [
        person
        for person in world.people.values()
        if person.here
        and person.provider
        and person.agreed_id
        and not (person.in_block or person.decider)
        and person.open_wishes()
    ]
    if len(chosen) < MOST:
        return
    for person, budget in zip(chosen, BUDGETS, strict=False):
        person.fund = _open(person, day, budget)
        world.funds += 1
        world.saw("fund")


def _open(person: Somebody, day: date, budget: Decimal) -> Held:
    assert person.provider is not None
    by, at = person.worker, moment(day, 10)
    contract = person.provider.fund_contract_id
    given = funds.FundGiven(person.person_id, contract, day, budget)
    fund = funds.open_fund(by=by, at=at, given=given)
    wish = person.open_wishes()[0].outcome_id
    told = (
        (TAXI, TAXI_AGREED, Every.WEEK),
        (COURSE, COURSE_AGREED, Every.ONCE),
    )
    taxi, course = (
        funds.agree_spend(
            by=by,
            at=at,
            given=funds.SpendGiven(
                fund, wish, _said(person, what), pence, every, day, herself=True
            ),
        )
        for what, pence, every in told
    )
    return Held(fund, taxi, course)


def _said(person: Somebody, what: dict[Language, str]) -> str:
    return what.get(person.language, what[Language.ENGLISH])


def _write_in(world: World, day: date, people: Sequence[Somebody]) -> None:
    """What the ledger says was paid and no account has yet."""
    by_fund = {person.fund.fund_id: person for person in people if person.fund}
    if not by_fund:
        return
    for one in funds_checked(world.council_id, fund_facts(world.council_id, ids=by_fund)):
        provider = by_fund[one.facts.id].provider
        for differs in one.differs:
            if provider is None or differs.instalment is None or differs.provider:
                continue
            funds.pay_in(
                by=provider.manager,
                at=moment(day, 11),
                fund_id=one.facts.id,
                instalment=differs.instalment,
                on=day,
                pence=differs.council,
            )
            world.saw("fund_paid_in")


def _spend(world: World, day: date, person: Somebody) -> None:
    assert person.fund is not None
    lines = account_lines([person.fund.fund_id])
    if not lines or lines[-1].left < TAXI_PAID + COURSE_PAID:
        return
    spent = sum(line.kind is LineKind.SPENT for line in lines)
    _buy(world, day, person, person.fund.taxi, TAXI_PAID, TAXI, DRIVER)
    if spent == 1:
        _buy(world, day, person, person.fund.course, COURSE_PAID, COURSE, HALL)
    if spent == 3 and lines[-1].left > 3 * TAXI_PAID:
        _put_right(world, day, person)


def _buy(
    world: World,
    day: date,
    person: Somebody,
    agreed: int,
    pence: int,
    what: dict[Language, str],
    seller: str,
) -> None:
    assert person.provider is not None
    given = funds.BoughtGiven(agreed, day, pence, _said(person, what), seller)
    funds.spend(by=person.provider.manager, at=moment(day, 15), given=given)
    world.saw("fund_spent")


def _put_right(world: World, day: date, person: Somebody) -> None:
    """The taxi of the day is written a second time by mistake, and taken back."""
    assert person.fund is not None
    assert person.provider is not None
    _buy(world, day, person, person.fund.taxi, TAXI_PAID, TAXI, DRIVER)
    last = account_lines([person.fund.fund_id])[-1]
    said = _said(person, TWICE)
    funds.reverse_line(by=person.provider.manager, at=moment(day, 16), line_id=last.id, why=said)
    world.saw("fund_put_right")
