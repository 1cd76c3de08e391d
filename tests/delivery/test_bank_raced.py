"""Several who draw on one bank at the same moment: no minute is drawn twice."""

import multiprocessing
from datetime import date
from functools import partial

import pytest
from django.db import connection

from tests.fixtures.bundled import a_bundle, drawn, given
from tests.fixtures.case import Case, a_case, a_person
from tests.fixtures.racing import race
from whatmatters.delivery.models import BankMovement

MAY = date(2026, 5, 11)
RACERS = 6


@pytest.fixture
def case(own_database) -> Case:
    return a_case()


@pytest.fixture
def bundle(case: Case) -> int:
    """A bank of 600 minutes."""
    made = a_bundle(case, a_person(case))
    given(case, made, MAY, 600)
    return made


@pytest.mark.campaign
def test_of_six_who_draw_half_of_it_two_do(case: Case, bundle: int) -> None:
    told = race([partial(drawn, case, bundle, MAY, 300)] * RACERS)
    assert sorted(told) == [("done", 0), ("done", 300)] + [("refused", "bank_too_low")] * 4
    rows = BankMovement.objects.order_by("place").values_list("minutes", "balance")
    assert list(rows) == [(600, 600), (300, 300), (300, 0)]


def _drawn_once_all_have_looked(case: Case, bundle: int, meeting) -> int:
    """A draw that asks for no lock, and waits before it writes until every other has looked."""

    def wait(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "delivery_bankmovement"'):
            meeting.wait(timeout=60)
        return execute(sql.replace("FOR UPDATE", ""), params, many, context)

    with connection.execute_wrapper(wait):
        return drawn(case, bundle, MAY, 600)


@pytest.mark.postgres_only
@pytest.mark.campaign
@pytest.mark.parametrize("kept", [True, False])
def test_without_its_lock_the_key_still_decides_and_without_both_the_bank_is_overdrawn(
    case: Case, bundle: int, owner_connection, kept: bool
) -> None:
    """Control arm. (SQLite admits one writer at a time, so there neither is what decides.)"""
    if not kept:
        with owner_connection.cursor() as cursor:
            cursor.execute("ALTER TABLE delivery_bankmovement DROP CONSTRAINT bank_place_once")
    meeting = multiprocessing.get_context("fork").Barrier(RACERS)
    act = partial(_drawn_once_all_have_looked, case, bundle, meeting)
    told = sorted(race([act] * RACERS))
    out = sum(BankMovement.objects.filter(kind="drawn").values_list("minutes", flat=True))
    if kept:
        assert told == [("done", 0)] + [("refused", "bank_moved")] * (RACERS - 1)
        assert out == 600
    else:
        assert told == [("done", 0)] * RACERS
        assert out == 600 * RACERS
