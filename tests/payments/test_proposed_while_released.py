"""One officer proposes while another releases: what was paid is never called put aside (R4, I4).

On PostgreSQL, where both can be inside their transactions; SQLite admits one writer at a time.
"""

import multiprocessing
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.invariants import check_invariants
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement
from tests.fixtures.racing import race
from whatmatters.payments.models import JournalEntry, PaymentRun
from whatmatters.payments.queries.refusals import RunDiscarded
from whatmatters.payments.services import propose_run, release_run, set_calendar

pytestmark = pytest.mark.postgres_only
AT = moment(ANCHOR + timedelta(days=29))
STATE = 'UPDATE "payments_paymentrun"'


@pytest.fixture
def case(own_database) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


def stopped(act: Callable[[], object], before: Callable, after: Callable) -> object:
    """Do something that calls `before` and `after` around the first write of a run's state."""
    seen = []

    def wait(execute, sql, params, many, context):
        first = sql.startswith(STATE) and not seen
        if first:
            seen.append(sql)
            before()
        told = execute(sql, params, many, context)
        if first:
            after()
        return told

    with connection.execute_wrapper(wait):
        return act()


def proposed(case: Case, contract_id: int) -> int:
    a_plan_agreement(case, contract_id)
    return propose_run(by=case.finance, at=AT, period_start=ANCHOR).run_id


def nothing() -> None:
    """No waiting here."""


def test_a_proposal_that_meets_a_release_at_work_waits_and_is_told_of_it(case: Case) -> None:
    contract_id = a_contract(case)
    run_id = proposed(case, contract_id)
    context = multiprocessing.get_context("fork")
    released, about = context.Event(), context.Event()

    def release() -> bool:
        def hold() -> None:
            released.set()
            assert about.wait(60)

        return stopped(
            lambda: release_run(by=case.finance_two, at=AT, run_id=run_id).new, nothing, hold
        )

    def propose() -> tuple[int, str, bool]:
        assert released.wait(60)
        a_plan_agreement(case, contract_id)

        def again() -> tuple[int, str, bool]:
            told = propose_run(by=case.finance, at=AT, period_start=ANCHOR)
            return told.run_id, str(told.state), told.new

        return stopped(again, about.set, nothing)

    assert race([release, propose]) == [("done", True), ("done", (run_id, "released", False))]
    assert list(PaymentRun.objects.values_list("pk", "state")) == [(run_id, "released")]
    check_invariants()


def test_a_release_whose_run_was_put_aside_meanwhile_is_refused_and_pays_nothing(
    case: Case,
) -> None:
    contract_id = a_contract(case)
    run_id = proposed(case, contract_id)
    context = multiprocessing.get_context("fork")
    looked, done = context.Event(), context.Event()

    def release() -> str:
        def hold() -> None:
            looked.set()
            assert done.wait(60)

        try:
            stopped(lambda: release_run(by=case.finance_two, at=AT, run_id=run_id), hold, nothing)
        except RunDiscarded:
            return "refused"
        return "paid"

    def propose() -> bool:
        assert looked.wait(60)
        told = proposed(case, contract_id)
        done.set()
        return told != run_id

    assert race([release, propose]) == [("done", "refused"), ("done", True)]
    states = list(PaymentRun.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["discarded", "proposed"]
    assert JournalEntry.objects.count() == 0
    check_invariants()
