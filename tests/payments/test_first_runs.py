"""A council's first runs: priced plans, legacy packages, the order of periods, who may release."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.invariants import check_invariants
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from whatmatters.payments.queries import balance, remittances, run, runs, verify
from whatmatters.payments.queries.refusals import (
    CalendarMissing,
    PeriodNotOver,
    PeriodOutOfOrder,
    SamePerson,
)
from whatmatters.payments.services import propose_run, release_run, set_calendar
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.periods import NotAPeriodStart

PERIODS = [ANCHOR + timedelta(days=28 * n) for n in range(4)]


@pytest.fixture
def case(db: None) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


def test_the_worked_example_is_paid_to_the_penny(case: Case) -> None:
    contract = a_contract(case)
    a_plan_agreement(case, contract, starts=date(2026, 4, 6), ends=date(2026, 6, 28))
    for start in PERIODS[:3]:
        run_period(case, start)
    paid = [r.paid for r in reversed(remittances(case.council_id))]
    assert paid == [92767, 92766, 92767]
    check_invariants()


def test_a_released_period_run_again_changes_nothing_and_says_so(case: Case) -> None:
    a_plan_agreement(case, a_contract(case))
    first = run_period(case, PERIODS[0])
    before = verify(case.council_id)
    again = propose_run(by=case.finance, at=moment(PERIODS[2]), period_start=PERIODS[0])
    assert (again.run_id, again.state, again.new) == (first, RunState.RELEASED, False)
    told = release_run(by=case.finance_two, at=moment(PERIODS[2]), run_id=first)
    assert told.new is False
    assert verify(case.council_id) == before


def test_the_same_facts_proposed_again_are_the_same_run(case: Case) -> None:
    a_plan_agreement(case, a_contract(case))
    at = moment(PERIODS[1])
    first = propose_run(by=case.finance, at=at, period_start=PERIODS[0])
    again = propose_run(by=case.finance_two, at=at, period_start=PERIODS[0])
    assert (again.run_id, again.new) == (first.run_id, False)


def test_other_facts_discard_a_proposal(case: Case) -> None:
    contract = a_contract(case)
    a_plan_agreement(case, contract)
    at = moment(PERIODS[1])
    first = propose_run(by=case.finance, at=at, period_start=PERIODS[0])
    a_plan_agreement(case, contract, at=moment(PERIODS[1]))
    second = propose_run(by=case.finance, at=at, period_start=PERIODS[0])
    assert second.new is True
    assert second.total_pence == 2 * first.total_pence
    states = {r.run_id: r.state for r in runs(case.council_id)}
    assert states == {first.run_id: RunState.DISCARDED, second.run_id: RunState.PROPOSED}


def test_a_date_that_starts_no_period_is_answered_with_the_nearest(case: Case) -> None:
    with pytest.raises(NotAPeriodStart) as refused:
        propose_run(by=case.finance, at=moment(PERIODS[2]), period_start=date(2026, 4, 13))
    assert refused.value.nearest == (date(2026, 4, 6), date(2026, 5, 4))


def test_a_period_is_run_when_it_is_over_and_in_its_turn(case: Case) -> None:
    a_plan_agreement(case, a_contract(case))
    with pytest.raises(PeriodNotOver):
        propose_run(
            by=case.finance, at=moment(PERIODS[1] - timedelta(days=1)), period_start=PERIODS[0]
        )
    with pytest.raises(PeriodOutOfOrder) as refused:
        propose_run(by=case.finance, at=moment(PERIODS[3]), period_start=PERIODS[1])
    assert refused.value.params["expected"] == PERIODS[0]


def test_the_proposer_does_not_release(case: Case) -> None:
    a_plan_agreement(case, a_contract(case))
    proposed = propose_run(by=case.finance, at=moment(PERIODS[1]), period_start=PERIODS[0])
    with pytest.raises(SamePerson):
        release_run(by=case.finance, at=moment(PERIODS[1]), run_id=proposed.run_id)
    assert balance(case.council_id) == {}


def test_without_a_calendar_nothing_is_run(db: None) -> None:
    case = a_case()
    with pytest.raises(CalendarMissing):
        propose_run(by=case.finance, at=moment(PERIODS[1]), period_start=PERIODS[0])


def test_two_payers_share_each_line_and_it_adds_back(case: Case) -> None:
    contract = a_contract(case, shares=((2, 3), (1, 3)))
    a_plan_agreement(case, contract)
    run_period(case, PERIODS[0])
    paid = sorted(r.paid for r in remittances(case.council_id))
    assert paid == [30922, 61845]
    assert sum(paid) == 92767
    check_invariants()


def test_a_run_says_what_changed_since_the_last(case: Case) -> None:
    contract = a_contract(case)
    a_plan_agreement(case, contract)
    run_period(case, PERIODS[0])
    a_plan_agreement(case, contract, starts=PERIODS[1], ends=PERIODS[1] + timedelta(days=83))
    shown = run(case.council_id, run_period(case, PERIODS[1]))
    assert shown is not None
    assert [(c.kind, c.lines, c.pence) for c in shown.changes.by_kind] == [
        ("started", 1, 92767),
        ("continuing", 1, 92766),
    ]
    assert shown.changes.previous_total == 92767
    assert Decimal(shown.lines[0].inputs["plan_days"]) == 84
