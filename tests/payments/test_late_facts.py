"""Facts that come late, end early, or change between two people's looks.

Figures by hand: 278300 pence over 84 days from 6 April 2026; periods earn 92767, 92766, 92767.
"""

from datetime import date, timedelta

import pytest

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.invariants import check_invariants, snapshot
from tests.fixtures.judged import a_package, a_visit
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from tests.fixtures.paying import PERIODS, agreed, end, lines, paid
from whatmatters.commissioning.services import sign_agreement
from whatmatters.payments.queries import (
    lines_of_agreements,
)
from whatmatters.payments.queries.refusals import (
    FactsChanged,
)
from whatmatters.payments.services import (
    propose_run,
    release_run,
    set_calendar,
)
from whatmatters.people.services import record_death
from whatmatters.rules.outcomes import EndReason


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def test_a_death_told_late_gives_back_the_days_after_it(case: Case, person: Somebody) -> None:
    _, agreement = agreed(case, person)
    run_period(case, PERIODS[0])
    before = snapshot()
    # Died on 19 April, the 14th day: 278300 x 14 / 84 = 46383.33, so 46383 is earned.
    end(case, agreement, date(2026, 4, 19), at=PERIODS[1] + timedelta(days=9))
    second = run_period(case, PERIODS[1])
    assert lines(case, second) == [
        ("outcome_payments.instalment", PERIODS[0], 46383 - 92767, "late_fact", False)
    ]
    assert paid(case) == [(92767, 0, 92767, 0), (-46384, 0, 0, -46384)]
    check_invariants(before)


def test_the_debit_is_carried_until_it_is_worked_off(case: Case, person: Somebody) -> None:
    _, agreement = agreed(case, person)
    run_period(case, PERIODS[0])
    end(case, agreement, date(2026, 4, 19), at=PERIODS[1] + timedelta(days=9))
    contract = a_contract(case)
    # 30000 pence over 28 days in the third period, and 40000 in the fourth.
    for start, cost in ((PERIODS[2], "300"), (PERIODS[3], "400")):
        plan = [{"what": "line:9", "cost": cost}]
        ends = start + timedelta(days=27)
        new = a_plan_agreement(case, contract, starts=start, ends=ends, plan=plan)
        end(case, new, ends, at=start, reason=EndReason.REVIEWED)
    for start in PERIODS[1:4]:
        run_period(case, start)
    assert paid(case)[1:] == [
        (-46384, 0, 0, -46384),
        (30000, -46384, 0, -16384),
        (40000, -16384, 23616, 0),
    ]
    check_invariants()


def test_a_death_that_nobody_ended_the_agreement_for_stops_pay(
    case: Case, person: Somebody
) -> None:
    agreed(case, person)
    record_death(
        by=case.social_worker, at=moment(ANCHOR + timedelta(days=20)), person_id=person.id,
        on=date(2026, 4, 19),
    )  # fmt: skip
    first = run_period(case, PERIODS[0])
    assert lines(case, first)[0][2] == 46383
    second = run_period(case, PERIODS[1])
    assert lines(case, second) == []


def test_a_review_that_is_late_keeps_the_old_daily_price(case: Case, person: Somebody) -> None:
    _, agreement = agreed(case, person)
    for start in PERIODS[:3]:
        run_period(case, start)
    # 278300 x (112 / 84) - 278300 = 92766.67
    overdue = run_period(case, PERIODS[3])
    assert lines(case, overdue) == [
        ("outcome_payments.overdue", PERIODS[3], 92767, "outcome_payments.overdue", False)
    ]
    # Concluded on 5 August, told in the fifth period: support ended on 12 July, 14 days overdue.
    end(case, agreement, date(2026, 7, 12), at=date(2026, 8, 5), reason=EndReason.REVIEWED)
    after = run_period(case, PERIODS[4])
    # 278300 x 98 / 84 - 278300 = 46383.33: of 92767 posted, 46384 goes back.
    assert lines(case, after) == [
        ("outcome_payments.overdue", PERIODS[3], 46383 - 92767, "late_fact", False)
    ]
    check_invariants()


def test_an_agreement_signed_late_is_paid_from_its_first_day(case: Case, person: Somebody) -> None:
    a_plan_agreement(case, a_contract(case))
    run_period(case, PERIODS[0])
    contract = a_contract(case)
    late = a_plan_agreement(case, contract, at=moment(PERIODS[1] + timedelta(days=8)))
    second = run_period(case, PERIODS[1])
    theirs = [line for line in lines(case, second) if line[2] in {92767, 92766}]
    assert ("outcome_payments.instalment", PERIODS[0], 92767, "late_fact", False) in theirs
    assert sum(x.pence for x in lines_of_agreements(case.council_id, [late])[late]) == 185533


def test_a_visit_recorded_late_is_paid_by_the_next_run(case: Case, person: Somebody) -> None:
    contract = a_contract(case, model="time_and_task", terms={"rate": 20})
    package = a_package(case, person, contract, starts=ANCHOR)
    sign_agreement(
        by=case.social_worker, at=moment(ANCHOR), contract_id=contract, person_id=person.id,
        source="package", source_id=package, starts=ANCHOR, ends=None, terms={},
    )  # fmt: skip
    a_visit(case, package, date(2026, 4, 7), 30)
    a_visit(case, package, date(2026, 4, 8), None)
    first = run_period(case, PERIODS[0])
    assert lines(case, first) == [
        ("time_and_task.week", PERIODS[0], 1000, "time_and_task.week", False)
    ]
    a_visit(case, package, date(2026, 4, 9), 44, at=moment(PERIODS[1] + timedelta(days=9)))
    a_visit(case, package, date(2026, 5, 5), 31)
    second = run_period(case, PERIODS[1])
    assert lines(case, second) == [
        ("time_and_task.week", PERIODS[1], 1000, "time_and_task.week", False),
        ("time_and_task.week", PERIODS[0], 1500, "late_fact", False),
    ]
    check_invariants()


def test_two_prices_inside_a_period_each_earn_their_own_days(case: Case, person: Somebody) -> None:
    _, agreement = agreed(case, person)
    # Re-priced from 20 April (14 days earned: 46383), then 56 days at 56000 pence: 1000 a day.
    end(case, agreement, date(2026, 4, 19), at=date(2026, 4, 18), reason=EndReason.EXCEPTION)
    plan = [{"what": "line:7", "cost": "560"}]
    a_plan_agreement(
        case, a_contract(case), starts=date(2026, 4, 20), ends=date(2026, 6, 14), plan=plan
    )
    first = run_period(case, PERIODS[0])
    assert sorted(line[2] for line in lines(case, first)) == [14000, 46383]


def test_a_fact_between_proposal_and_release_refuses_the_release(
    case: Case, person: Somebody
) -> None:
    _, agreement = agreed(case, person)
    at = moment(PERIODS[1] + timedelta(days=1))
    proposed = propose_run(by=case.finance, at=at, period_start=PERIODS[0])
    end(case, agreement, date(2026, 4, 19), at=PERIODS[1] + timedelta(days=1))
    with pytest.raises(FactsChanged):
        release_run(by=case.finance_two, at=at, run_id=proposed.run_id)
    again = propose_run(by=case.finance, at=at, period_start=PERIODS[0])
    assert (again.new, again.total_pence) == (True, 46383)
    assert release_run(by=case.finance_two, at=at, run_id=again.run_id).paid_pence == 46383
    check_invariants()
