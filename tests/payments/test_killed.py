"""Killed before and after every statement of a run and its release, and run again (R1, I8).

CI runs a fixed slice: each third statement. All of them, over and over, by command:
    WHATMATTERS_CAMPAIGN=10 .venv/bin/pytest tests/payments/test_killed.py
"""

from datetime import timedelta

import pytest
from django.db import transaction

from tests.fixtures.campaign import CAMPAIGN
from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.invariants import Violated, check_invariants, snapshot
from tests.fixtures.killing import When, killed
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from whatmatters.payments.models import PaymentRun
from whatmatters.payments.queries import remittances
from whatmatters.payments.services import propose_run, release_run, set_calendar
from whatmatters.rules.lifecycles import RunState

STEP = 3 if CAMPAIGN == 1 else 1
PERIODS = [ANCHOR + timedelta(days=28 * n) for n in range(40)]


@pytest.fixture
def case(own_database) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    contract = a_contract(made, shares=((2, 3), (1, 3)))
    for _ in range(3):
        a_plan_agreement(made, contract)
    run_period(made, PERIODS[0])
    return made


def _pay(case: Case, start) -> None:
    """What an operator does, and does again after a crash: propose, release."""
    at = moment(start + timedelta(days=29))
    proposed = propose_run(by=case.finance, at=at, period_start=start)
    if proposed.state is not RunState.RELEASED:
        release_run(by=case.finance_two, at=at, run_id=proposed.run_id)


@pytest.mark.campaign
def test_a_run_killed_at_any_statement_is_run_again_without_repair(case: Case) -> None:
    kills, n, period = 0, 1, 1
    while True:
        start = PERIODS[period]
        before = snapshot()
        died = [killed(lambda start=start: _pay(case, start), n, when) for when in When]
        check_invariants(before)
        _pay(case, start)
        check_invariants(before)
        assert PaymentRun.objects.filter(period_start=start, state="released").count() == 1
        assert len([r for r in remittances(case.council_id) if r.period_start == start]) == 2
        kills += sum(died)
        if not any(died):
            break
        n, period = n + STEP, period + 1
    assert kills >= 2 * 10, "the run has fewer statements than it should"


def test_the_checker_sees_a_release_that_is_not_one_transaction(case: Case, monkeypatch) -> None:
    """Control arm: where each statement commits by itself, some kill leaves a run half done."""
    start = PERIODS[1]
    before = snapshot()

    def careless() -> None:
        monkeypatch.setattr(transaction.Atomic, "__enter__", lambda self: None)
        monkeypatch.setattr(transaction.Atomic, "__exit__", lambda self, *error: None)
        _pay(case, start)

    def campaign() -> None:
        for n in range(12, 60, 3):
            assert killed(careless, n, When.AFTER), "came to its end"
            check_invariants(before)

    with pytest.raises(Violated):
        campaign()
