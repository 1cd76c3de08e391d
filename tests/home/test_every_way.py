"""One person through every way of paying that there is: no outcome, word, event or penny is lost.

R-TE-01. Four weeks each from 6 April 2026, one of the council's periods each: time and task, a
bundle of hours, outcome payments, a plan in a patch's block, a fund, and then a direct payment.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.blocked import a_block, a_block_content, contract_of
from tests.fixtures.bundled import a_bundle, delivered
from tests.fixtures.case import (
    Case,
    Somebody,
    a_case,
    a_content,
    a_person,
    an_agreed_plan,
    moment,
    outcomes_for,
)
from tests.fixtures.direct import given
from tests.fixtures.funded import a_fund, agreed, bought, paid
from tests.fixtures.invariants import Snapshot, check_invariants, snapshot
from tests.fixtures.money import ANCHOR, a_contract, run_period
from whatmatters.access.queries import sight_of
from whatmatters.commissioning.queries import agreement_facts, agreements_of_people
from whatmatters.delivery.services import (
    PackageGiven,
    VisitGiven,
    close_packages,
    end_bundles,
    record_visits,
    take_on_packages,
)
from whatmatters.direct_payments.services import open_direct
from whatmatters.funds.services import close_fund, end_fund
from whatmatters.home.queries.record import read_record
from whatmatters.outcomes.queries import route_offers
from whatmatters.outcomes.queries.control_periods import control_period, supports_of
from whatmatters.outcomes.services import choose_route, end_versions, offer_routes
from whatmatters.payments.models import Posting
from whatmatters.payments.queries import run
from whatmatters.payments.services import set_calendar
from whatmatters.people.services import NewProfile, write_profiles
from whatmatters.rules.funds.agreed import Every
from whatmatters.rules.outcomes import EndReason, Route
from whatmatters.rules.periods import Period

STARTS = [ANCHOR + timedelta(days=28 * n) for n in range(8)]
LASTS = [start + timedelta(days=27) for start in STARTS]


@dataclass
class Journey:
    """One person, what her record held so far, and what every run said of her and her patch."""

    case: Case
    person: Somebody
    mine: list[int]
    held: set[tuple[str, object]] = field(default_factory=set)
    before: Snapshot | None = None
    paid: dict[str, int] = field(default_factory=dict)

    def close(self, number: int) -> None:
        """Run a period; nothing that stood before is gone, from the ledger or from her record."""
        shown = run(self.case.council_id, run_period(self.case, STARTS[number]))
        assert shown is not None
        for line in shown.lines:
            self.paid[line.rule] = self.paid.get(line.rule, 0) + line.pence
        check_invariants(self.before)
        self.before = snapshot()
        held = set(self._record(LASTS[number] + timedelta(days=1)))
        assert self.held - held == set()
        self.held = held

    def _record(self, on: date) -> Iterator[tuple[str, object]]:
        sight = sight_of(self.case.social_worker, self.person.id, on)
        read = read_record(self.case.council_id, sight, on=on)
        assert read is not None
        assert read.profile is not None
        yield "profile", read.profile.important
        yield from (("outcome", (one.id, one.statement, one.state)) for one in read.outcomes)
        yield from (("plan", (one.id, one.price)) for one in read.versions)
        page = 1
        while read is not None:
            items = read.happened.items
            yield from (("happened", (one.kind, one.on, one.subject_id)) for one in items)
            page += 1
            more = read.happened.earlier
            read = read_record(self.case.council_id, sight, on=on, page=page) if more else None


@pytest.fixture
def journey(db: None) -> Journey:
    case = a_case()
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    person = a_person(case)
    new = NewProfile(person.id, important="Chapel on Sundays")
    write_profiles(by=case.social_worker, at=moment(ANCHOR), profiles=[new])
    return Journey(case, person, outcomes_for(case, person.id, 2))


def _end(case: Case, version: int, on: date) -> None:
    end_versions(
        by=case.social_worker,
        at=moment(on),
        on=on,
        version_ids=[version],
        why="review",
        reason=EndReason.REVIEWED,
    )


def _time_and_task(journey: Journey) -> None:
    case, contract = journey.case, a_contract(journey.case, model="time_and_task")
    told = PackageGiven(
        journey.person.id, contract, STARTS[0], 1, 30, "Wash and dress", Decimal(20)
    )
    by, at = case.social_worker, moment(LASTS[0])
    (package,) = take_on_packages(by=by, at=moment(ANCHOR), packages=[told])
    days = (STARTS[0] + timedelta(days=n) for n in range(28))
    record_visits(by=by, at=at, visits=[VisitGiven(package, day, 1, 30, 30) for day in days])
    who = {"by": by, "at": at, "on": LASTS[0], "reason": EndReason.REPLACED}
    close_packages(person_ids=[journey.person.id], **who)
    journey.close(0)


def _bundle(journey: Journey) -> None:
    bundle = a_bundle(journey.case, journey.person, starts=STARTS[1])
    # Ten hours a week: 2400 minutes in four weeks.
    delivered(journey.case, bundle, STARTS[1], 100, days=24)
    who = {"by": journey.case.social_worker, "at": moment(LASTS[1]), "reason": EndReason.REPLACED}
    end_bundles(bundle_ids=[bundle], on=LASTS[1], **who)
    journey.close(1)


def _outcomes(journey: Journey) -> int:
    case, content = journey.case, a_content(journey.mine, STARTS[2], 28)
    contract = a_contract(case)
    version = an_agreed_plan(case, journey.person, contract, content, on=STARTS[2]).version_id
    _end(case, version, LASTS[2])
    journey.close(2)
    return version


def _block(journey: Journey) -> None:
    case, block = journey.case, a_block(journey.case, starts=STARTS[3])
    content = a_block_content(journey.mine, STARTS[3])
    contract = contract_of(case, block)
    version = an_agreed_plan(case, journey.person, contract, content, on=STARTS[3]).version_id
    _end(case, version, LASTS[3])
    journey.close(3)


def _fund(journey: Journey) -> None:
    case, person = journey.case, journey.person
    fund = a_fund(case, person, starts=STARTS[4])
    told = {"every": Every.ONCE, "starts": STARTS[4], "outcome": journey.mine[0]}
    art = agreed(case, person, fund, **told)  # type: ignore[arg-type]
    paid(case, fund, 1, STARTS[4])
    bought(case, art, LASTS[4], 100_000)
    end = {"by": case.social_worker, "at": moment(LASTS[4]), "fund_id": fund, "on": LASTS[4]}
    end_fund(**end, reason=EndReason.DIRECT_PAYMENT)
    close_fund(by=case.manager, at=moment(STARTS[5]), fund_id=fund)


def _direct(journey: Journey, plan: int) -> None:
    case, person, on = journey.case, journey.person, LASTS[4]
    offer = {"at": moment(on), "version_id": plan, "on": on}
    offer_routes(by=case.social_worker, advice="Both ways told", **offer)
    choose_route(by=person.actor, route=Route.DIRECT_PAYMENT, **offer)
    route = route_offers(case.council_id, [person.id])[-1].route_id
    told = given(case, person, route, starts=STARTS[5])
    open_direct(by=case.social_worker, at=moment(on), given=told)


def test_one_person_through_every_way_loses_nothing(journey: Journey) -> None:
    _time_and_task(journey)
    _bundle(journey)
    plan = _outcomes(journey)
    _block(journey)
    _fund(journey)
    _direct(journey, plan)
    for number in (4, 5, 6):
        journey.close(number)
    assert journey.paid == {
        "time_and_task.week": 28_000,  # 28 half hours at 20.00
        "bundled_hours.on_account": 89_600,  # 40 hours at 22.40
        "outcome_payments.instalment": 278_300,  # 100 at 22.40 and 20 at 27.15
        # 41878947 a year, a thirteenth each: four of them, 12885829.85
        "patch_block.instalment": 12_885_830,
        "individual_service_fund.instalment": 120_000,  # 15600.00 / 13
        "individual_service_fund.returned": -20_000,  # 1200.00 less 1000.00 spent
        # The plan's 2783.00 for four weeks: 695.75 a week, twice ahead and once more
        "direct_payment.payment": 834_900,
    }
    assert sum(Posting.objects.values_list("pence", flat=True)) == 0
    assert {one for kind, one in journey.held if kind == "outcome"} == {
        (journey.mine[0], "Outcome 1", "active"),
        (journey.mine[1], "Outcome 2", "active"),
    }
    assert ("profile", "Chapel on Sundays") in journey.held
    _one_way_at_a_time(journey)
    _asked_in_every_way(journey)


def _one_way_at_a_time(journey: Journey) -> None:
    """Her agreements lie one after another: no day is paid twice, and none in two ways."""
    case = journey.case
    ids = agreements_of_people(case.council_id, [journey.person.id])
    signed = sorted(agreement_facts(case.council_id, ids=ids), key=lambda one: one.starts)
    assert [(one.model, one.starts, one.ended_on) for one in signed] == [
        ("time_and_task", STARTS[0], LASTS[0]),
        ("bundled_hours", STARTS[1], LASTS[1]),
        ("outcome_payments", STARTS[2], LASTS[2]),
        ("individual_service_fund", STARTS[4], LASTS[4]),
        ("direct_payment", STARTS[5], None),
    ]


def _asked_in_every_way(journey: Journey) -> None:
    """How far she feels in control is asked once in a period, however she is supported (R-VG-08):
    13 weeks from her first day; a bundle's own; after it from the first day of the plan, through
    block and fund, to the direct payment's second week."""
    supports = supports_of(journey.case.council_id, journey.person.id)
    found = [control_period(supports, (), start + timedelta(days=7)) for start in STARTS[:6]]
    after = Period(date(2026, 6, 1), date(2026, 8, 31))
    assert found == [
        Period(date(2026, 4, 6), date(2026, 7, 6)),
        Period(date(2026, 5, 4), date(2026, 8, 3)),
        *(after, after, after),
        Period(date(2026, 8, 31), date(2026, 11, 30)),
    ]
