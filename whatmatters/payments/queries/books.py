"""The ledger read straight: rows in the order of the chain, balances, totals by model."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection
from django.db.models import Count, Sum

from whatmatters.payments.models import JournalEntry, Posting

CHUNK = 5000
COLUMNS = (
    "id",
    "council_id",
    "seq",
    "run_id",
    "by_id",
    "at",
    "agreement_id",
    "period_posted",
    "period_corrected",
    "rule",
    "subject",
    "key",
    "facts",
    "prev_hash",
    "hash",
)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One entry as stored, with its postings in order: account and pence (debit above zero)."""

    id: int
    council_id: int
    seq: int
    run_id: int
    by_id: int
    at: datetime
    agreement_id: int | None
    period_posted: date
    period_corrected: date
    rule: str
    subject: str
    key: str
    facts: str
    prev_hash: str
    hash: str
    postings: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ModelTotal:
    """What was posted under one model: entries, and pence of cost."""

    model: str
    entries: int
    pence: int


def councils_with_a_ledger() -> list[int]:
    """Councils that have any entry."""
    rows: Any = JournalEntry.objects.order_by("council_id").values_list("council_id", flat=True)
    return list(rows.distinct())


def ledger_rows(council_id: int | None = None) -> Iterator[LedgerRow]:
    """All entries of a council (or of every council) in the chain's order, a chunk at a time."""
    for council in [council_id] if council_id is not None else councils_with_a_ledger():
        yield from _rows(council)


def accounts(council_id: int | None = None) -> list[str]:
    """Every account that anything was posted to."""
    rows: Any = Posting.objects if council_id is None else Posting.objects.of(council_id)
    return list(rows.order_by("account").values_list("account", flat=True).distinct())


def _rows(council_id: int) -> Iterator[LedgerRow]:
    entries, postings = JournalEntry._meta.db_table, Posting._meta.db_table
    after = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {', '.join(COLUMNS)} FROM {entries} "
                "WHERE council_id = %s AND seq > %s ORDER BY seq LIMIT %s",
                [council_id, after, CHUNK],
            )
            chunk = cursor.fetchall()
            if not chunk:
                return
            last = chunk[-1][2]
            cursor.execute(
                f"SELECT p.entry_id, p.account, p.pence FROM {postings} p JOIN {entries} e "
                "ON e.id = p.entry_id WHERE e.council_id = %s AND e.seq > %s AND e.seq <= %s "
                "ORDER BY e.seq, p.position",
                [council_id, after, last],
            )
            sides: dict[int, list[tuple[str, int]]] = {}
            for entry_id, account, pence in cursor.fetchall():
                sides.setdefault(entry_id, []).append((account, pence))
        for row in chunk:
            whole: tuple[Any, ...] = (
                *row[:5],
                _utc(row[5]),
                *row[6:],
                tuple(sides.get(row[0], ())),
            )
            yield LedgerRow(*whole)
        after = last


def _utc(at: datetime) -> datetime:
    """SQLite stores moments in UTC without saying so."""
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def balance(council_id: int) -> dict[str, int]:
    """Pence on every account that is not at 0."""
    rows = Posting.objects.of(council_id).values_list("account").annotate(Sum("pence"))
    return {account: pence for account, pence in rows.order_by("account") if pence}


def paid_by_model(council_id: int) -> tuple[ModelTotal, ...]:
    """What each commissioning model has cost so far."""
    costs = Posting.objects.of(council_id).filter(
        account__startswith="expense:", entry__agreement__isnull=False
    )
    sums = costs.values_list("entry__agreement__model").annotate(Sum("pence"))
    found: dict[str, int] = dict(sums)
    rows = JournalEntry.objects.of(council_id).filter(agreement__isnull=False)
    counted: dict[str, int] = dict(rows.values_list("agreement__model").annotate(Count("id")))
    return tuple(ModelTotal(m, counted.get(m, 0), found[m]) for m in sorted(found))
