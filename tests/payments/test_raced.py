"""Two officers at once: exactly one proposal, exactly one release, the others told by name (R4).

The full size by command: WHATMATTERS_CAMPAIGN=60 .venv/bin/pytest tests/payments/test_raced.py
"""

import multiprocessing
from datetime import date, timedelta
from functools import partial

import pytest
from django.db import connection

from tests.fixtures.campaign import CAMPAIGN
from tests.fixtures.case import Case, a_case, an_actor, moment
from tests.fixtures.invariants import check_invariants
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement
from tests.fixtures.racing import race
from whatmatters.payments.models import PaymentRun, RunRelease
from whatmatters.payments.services import propose_run, release_run, set_calendar
from whatmatters.records.locks import RELEASES
from whatmatters.rules.roles import Role

RACERS = 8
PERIODS = [ANCHOR + timedelta(days=28 * n) for n in range(4 * CAMPAIGN)]


@pytest.fixture
def case(own_database) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    contract = a_contract(made)
    for _ in range(5):
        a_plan_agreement(made, contract)
    return made


def _officers(case: Case) -> list:
    body = case.council_organisation_id
    return [an_actor(case.system, Role.FINANCE_OFFICER, body) for _ in range(RACERS)]


def _propose(by, start: date) -> tuple[int, bool]:
    at = moment(start + timedelta(days=29))
    proposed = propose_run(by=by, at=at, period_start=start)
    return proposed.run_id, proposed.new


def _release(by, start: date, run_id: int) -> bool:
    at = moment(start + timedelta(days=29))
    return release_run(by=by, at=at, run_id=run_id).new


@pytest.mark.campaign
def test_of_eight_who_propose_and_eight_who_release_one_does(case: Case) -> None:
    officers = _officers(case)
    for start in PERIODS:
        told = race([partial(_propose, by, start) for by in officers])
        assert {kind for kind, _ in told} == {"done"}, told
        assert len({run_id for _, (run_id, _) in told}) == 1
        assert sum(new for _, (_, new) in told) == 1
        run = PaymentRun.objects.get(period_start=start, state="proposed")
        others = [by for by in officers if by.user_id != run.by_id]
        told = race([partial(_release, by, start, run.pk) for by in others])
        assert {kind for kind, _ in told} == {"done"}, told
        assert sum(new for _, new in told) == 1
        assert RunRelease.objects.filter(period_start=start).count() == 1
        check_invariants()


def _drop_the_keys(cursor) -> None:
    """All that says "once": of a release, and of the ledger's place and key."""
    cursor.execute("ALTER TABLE payments_runrelease DROP CONSTRAINT period_released_once")
    cursor.execute("ALTER TABLE payments_journalentry DROP CONSTRAINT journal_key_once")
    cursor.execute("ALTER TABLE payments_journalentry DROP CONSTRAINT journal_seq_once")
    cursor.execute("ALTER TABLE payments_remittance DROP CONSTRAINT remittance_once")
    cursor.execute(
        "SELECT conname FROM pg_constraint WHERE conrelid = 'payments_runrelease'::regclass "
        "AND contype = 'u'"
    )
    for (name,) in cursor.fetchall():
        cursor.execute(f'ALTER TABLE payments_runrelease DROP CONSTRAINT "{name}"')


def _release_once_all_have_looked(by, start: date, run_id: int, meeting) -> bool:
    """A release without its lock that waits, all its checks passed, until every other has, too."""

    def wait(execute, sql, params, many, context):
        if sql.startswith("SELECT pg_advisory_xact_lock") and params[0] == RELEASES:
            return execute("SELECT 1", (), many, context)
        if sql.startswith('UPDATE "payments_paymentrun"'):
            meeting.wait(timeout=120)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wait):
        return _release(by, start, run_id)


@pytest.mark.postgres_only
@pytest.mark.campaign
def test_without_the_keys_the_race_is_lost(case: Case, owner_connection) -> None:
    """Control arm: without the lock, nothing but the keys stands between two who have both looked.

    (SQLite admits one writer at a time, so there the keys are not what decides.)
    """
    officers = _officers(case)
    with owner_connection.cursor() as cursor:
        _drop_the_keys(cursor)
    run_id, _ = _propose(officers[0], PERIODS[0])
    meeting = multiprocessing.get_context("fork").Barrier(RACERS - 1)
    act = partial(_release_once_all_have_looked, start=PERIODS[0], run_id=run_id, meeting=meeting)
    told = race([partial(act, by) for by in officers[1:]])
    assert connection.vendor == "postgresql"
    assert told == [("done", True)] * (RACERS - 1)
    with pytest.raises(AssertionError):
        check_invariants()
