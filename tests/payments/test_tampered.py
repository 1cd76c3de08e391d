"""Whatever an owner of the database does to the ledger, the proof names the first bad row.

Nine entries: in each of three periods an instalment for each of two agreements of the worked
example, and one settlement that ends it.
"""

from datetime import timedelta

import pytest
from django.db import connection

from tests.fixtures.case import a_case, moment
from tests.fixtures.databases import Database, triggers_of
from tests.fixtures.money import ANCHOR, a_contract, a_plan_agreement, run_period
from whatmatters.payments.models import JournalEntry
from whatmatters.payments.queries import verify
from whatmatters.payments.queries.chain import entry_content, entry_key
from whatmatters.payments.services import set_calendar
from whatmatters.rules.hash_chain import chain_hash

ENTRY, POSTING = "payments_journalentry", "payments_posting"
LINE, REMITTANCE = "payments_runline", "payments_remittance"
RUN, RELEASE = "payments_paymentrun", "payments_runrelease"
ENTRIES = 9


@pytest.fixture
def books(own_database: Database, owner_connection) -> list[int]:
    """Nine entries of three released periods; their ids, in order. No guard is left."""
    case = a_case()
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    contract = a_contract(case)
    for _ in range(2):
        a_plan_agreement(case, contract)
    for n in range(3):
        run_period(case, ANCHOR + timedelta(days=28 * n))
    ids = list(JournalEntry.objects.order_by("seq").values_list("id", flat=True))
    assert len(ids) == ENTRIES
    for table in (ENTRY, POSTING, LINE, REMITTANCE, RELEASE):
        _unguard(owner_connection, table)
    return ids


def _unguard(owner, table: str) -> None:
    with owner.cursor() as cursor:
        if owner.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            return
        for name in triggers_of(owner, table):
            cursor.execute(f"DROP TRIGGER {name}")


def _do(owner, *statements: str) -> None:
    with owner.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _named() -> tuple[str, int, str] | None:
    bad = verify().bad
    return bad and (bad.table, bad.row_id, bad.problem)


def test_books_that_nobody_touched_are_whole(books: list[int]) -> None:
    assert _named() is None


def test_a_changed_amount(books, owner_connection) -> None:
    _do(owner_connection, f"UPDATE {POSTING} SET pence = pence * 2 WHERE entry_id = {books[4]}")
    assert _named() == (ENTRY, books[4], "content_differs")


def test_one_side_of_an_entry(books, owner_connection) -> None:
    where = f"entry_id = {books[4]} AND position = 0"
    _do(owner_connection, f"UPDATE {POSTING} SET pence = pence + 1 WHERE {where}")
    assert _named() == (ENTRY, books[4], "does_not_balance")


@pytest.mark.parametrize(
    "change", ["facts = '{}'", "rule = 'x'", "at = '2020-01-01 00:00:00+00:00'", "subject = 'x'"]
)
def test_a_changed_fact(books, owner_connection, change: str) -> None:
    _do(owner_connection, f"UPDATE {ENTRY} SET {change} WHERE id = {books[4]}")
    bad = verify().bad
    assert bad is not None
    assert (bad.table, bad.row_id) == (ENTRY, books[4])


def test_a_deleted_entry_is_missed_at_the_one_after_it(books, owner_connection) -> None:
    _delete(owner_connection, books[4])
    assert _named() == (ENTRY, books[5], "gap_in_sequence")


def test_the_last_entry_deleted_is_missed_by_its_remittance(books, owner_connection) -> None:
    _delete(owner_connection, books[-1])
    (remittance,) = _ids(REMITTANCE)[-1:]
    assert _named() == (REMITTANCE, remittance, "remittance_and_ledger_differ")


def test_the_last_two_deleted_are_missed_by_their_lines(books, owner_connection) -> None:
    _delete(owner_connection, books[-1])
    _delete(owner_connection, books[-2])
    assert _named() == (LINE, _ids(LINE)[-1], "run_and_ledger_differ")


def test_all_deleted(books, owner_connection) -> None:
    _do(owner_connection, f"DELETE FROM {POSTING}", f"DELETE FROM {ENTRY}")
    assert _named() == (LINE, _ids(LINE)[0], "run_and_ledger_differ")


def test_two_entries_swapped(books, owner_connection) -> None:
    _do(
        owner_connection,
        f"UPDATE {ENTRY} SET seq = 99 WHERE id = {books[4]}",
        f"UPDATE {ENTRY} SET seq = 5 WHERE id = {books[5]}",
        f"UPDATE {ENTRY} SET seq = 6 WHERE id = {books[4]}",
    )
    assert _named() == (ENTRY, books[5], "chain_broken")


def test_postings_of_two_entries_swapped(books, owner_connection) -> None:
    # An instalment and the settlement after it change places.
    one, other = books[4], books[5]
    moved = f"UPDATE {POSTING} SET position = position + 10 WHERE entry_id = {one}"
    _do(
        owner_connection,
        moved,
        f"UPDATE {POSTING} SET entry_id = {one} WHERE entry_id = {other}",
        f"UPDATE {POSTING} SET entry_id = {other}, position = position - 10 WHERE position >= 10",
    )
    assert _named() == (ENTRY, one, "content_differs")


@pytest.mark.parametrize("kind", ["settlement", "instalment"])
def test_an_entry_appended_by_somebody_who_can_hash(books, owner_connection, kind: str) -> None:
    last = JournalEntry.objects.get(pk=books[-1])
    agreement, account = (
        (None, "expense:org:1")
        if kind == "settlement"
        else (JournalEntry.objects.get(pk=books[0]).agreement_id, "payable:org:1:org:2")
    )
    added = _appended(
        owner_connection, last, agreement, kind, [(account, 700), ("bank:org:1", -700)]
    )
    bad = verify().bad
    assert bad is not None
    assert bad.problem in {"run_and_ledger_differ", "remittance_and_ledger_differ"}
    if kind == "settlement":
        assert (bad.table, bad.row_id) == (ENTRY, added)


@pytest.mark.postgres_only
def test_a_key_posted_twice(books, owner_connection) -> None:
    """Without its unique key the table takes it; hashed well, it is still named."""
    _do(owner_connection, f"ALTER TABLE {ENTRY} DROP CONSTRAINT journal_key_once")
    first = JournalEntry.objects.get(pk=books[0])
    last = JournalEntry.objects.get(pk=books[-1])
    sides = [("expense:org:1", 700), ("payable:org:1:org:2", -700)]
    added = _appended(owner_connection, last, first.agreement_id, first.rule, sides, like=first)
    assert _named() == (ENTRY, added, "key_twice")


@pytest.mark.parametrize(
    ("table", "change", "problem"),
    [
        (LINE, "pence = pence + 100", "run_and_ledger_differ"),
        (RUN, "total_pence = total_pence + 100", "run_and_ledger_differ"),
        (REMITTANCE, "paid = paid + 1, earned = earned + 1", "remittance_and_ledger_differ"),
        (REMITTANCE, "brought_forward = -5, carried = -5", "another_debit_brought_forward"),
        (RUN, "state = 'discarded'", "not_released"),
    ],
)
def test_what_stands_beside_the_ledger(
    books, owner_connection, table: str, change: str, problem: str
) -> None:
    first = _ids(table)[0]
    _do(owner_connection, f"UPDATE {table} SET {change} WHERE id = {first}")
    assert _named() == (table, first, problem)


def test_a_posting_moved_to_another_council(books, owner_connection) -> None:
    other = a_case("E08000035").council_id
    first = _ids(POSTING)[0]
    _do(owner_connection, f"UPDATE {POSTING} SET council_id = {other} WHERE id = {first}")
    assert _named() == (POSTING, first, "stray_posting")


def _delete(owner, entry: int) -> None:
    _do(
        owner,
        f"DELETE FROM {POSTING} WHERE entry_id = {entry}",
        f"DELETE FROM {ENTRY} WHERE id = {entry}",
    )


def _ids(table: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {table} ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def _appended(owner, last, agreement, rule, sides, like=None) -> int:
    """An entry after the last, with the hash that it should have."""
    like = like or last
    told = {
        "council_id": last.council_id,
        "seq": last.seq + 1,
        "run_id": last.run_id,
        "by_id": last.by_id,
        "at": last.at,
        "agreement_id": agreement,
        "period_posted": like.period_posted,
        "period_corrected": like.period_corrected,
        "rule": rule,
        "subject": like.subject if like is not last else "again",
        "facts": "{}",
    }
    key = entry_key(
        agreement, like.period_posted, like.period_corrected, rule, str(told["subject"])
    )
    hashed = chain_hash(last.hash, entry_content(**told, key=key, postings=sides))
    row = {**told, "id": last.pk + 1, "key": key, "prev_hash": last.hash, "hash": hashed}
    row["at"] = owner.ops.adapt_datetimefield_value(last.at)
    with owner.cursor() as cursor:
        marks = ", ".join(["%s"] * len(row))
        cursor.execute(f"INSERT INTO {ENTRY} ({', '.join(row)}) VALUES ({marks})", [*row.values()])
        for place, (account, pence) in enumerate(sides):
            cursor.execute(
                f"INSERT INTO {POSTING} (council_id, entry_id, position, account, pence) "
                "VALUES (%s, %s, %s, %s, %s)",
                [last.council_id, last.pk + 1, place, account, pence],
            )
    return last.pk + 1
