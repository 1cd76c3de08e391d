"""A block is undone while a run is released: it is paid, or it is undone, and never both.

On PostgreSQL, where both can be inside their transactions; SQLite admits one writer at a time.
Whoever comes second says so as it asks for its first lock: a decision that it took before that
would be taken on what the first has not written yet.
"""

import multiprocessing
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection

from tests.fixtures.blocked import a_block
from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.invariants import check_invariants
from tests.fixtures.money import ANCHOR
from tests.fixtures.racing import race
from whatmatters.blocks.models import BlockUndone
from whatmatters.payments.models import JournalEntry
from whatmatters.payments.services import propose_run, release_run, set_calendar, undo_block

pytestmark = pytest.mark.postgres_only
AT = moment(ANCHOR + timedelta(days=29))
LOCK = "SELECT pg_advisory_xact_lock"
PAID, UNDONE = 'UPDATE "payments_paymentrun"', 'INSERT INTO "blocks_blockundone"'


@pytest.fixture
def case(own_database) -> Case:
    made = a_case()
    set_calendar(by=made.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return made


def before(statement: str, tell: Callable, act: Callable[[], object]) -> object:
    """Do something that calls `tell` before its first statement that begins so."""
    seen: list[str] = []

    def wait(execute, sql, params, many, context):
        if sql.startswith(statement) and not seen:
            seen.append(sql)
            tell()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wait):
        return act()


@pytest.mark.parametrize("paid_first", [True, False])
def test_it_is_paid_or_undone_and_never_both(case: Case, paid_first: bool) -> None:
    block = a_block(case)
    run_id = propose_run(by=case.finance, at=AT, period_start=ANCHOR).run_id
    context = multiprocessing.get_context("fork")
    inside, about = context.Event(), context.Event()

    def release() -> object:
        return release_run(by=case.finance_two, at=AT, run_id=run_id).new

    def undo() -> object:
        return undo_block(by=case.commissioner, at=AT, block_id=block, reason="Dwy yn lle tair")

    def first(statement: str, act: Callable[[], object]) -> object:
        def hold() -> None:
            inside.set()
            assert about.wait(60)

        return before(statement, hold, act)

    def second(act: Callable[[], object]) -> object:
        assert inside.wait(60)
        return before(LOCK, about.set, act)

    if paid_first:
        told = race([lambda: first(PAID, release), lambda: second(undo)])
        assert told == [("done", True), ("refused", "block_posted")]
    else:
        told = race([lambda: first(UNDONE, undo), lambda: second(release)])
        assert told == [("done", block), ("refused", "facts_changed_since_proposal")]
    assert (JournalEntry.objects.count() > 0, BlockUndone.objects.count()) == (
        paid_first,
        not paid_first,
    )
    check_invariants()
