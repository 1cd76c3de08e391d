"""The ledger as plain-text accounting, a line at a time: what bean-check and hledger read."""

from collections.abc import Callable, Iterator

from whatmatters.payments.queries import LedgerRow, accounts, ledger_rows
from whatmatters.rules.days import london_day
from whatmatters.rules.money import PENCE_IN_A_POUND

CURRENCY = "GBP"
KINDS = {
    "expense": "Expenses",
    "payable": "Liabilities:Payable",
    "repayable": "Assets:Repayable",
    "bank": "Assets:Bank",
}


def beancount(council_id: int | None) -> Iterator[str]:
    """Accounts opened on the first day, then a transaction for each entry with its hash."""
    rows = ledger_rows(council_id)
    first = next(rows, None)
    if first is None:
        return
    # Chains of several councils follow one another, so the first row is not the oldest.
    opened = "1970-01-01"
    yield f'option "operating_currency" "{CURRENCY}"'
    for account in accounts(council_id):
        yield f"{opened} open {_account(account)} {CURRENCY}"
    yield from _transactions(first, rows, _beancount_entry)


def hledger(council_id: int | None) -> Iterator[str]:
    """Accounts and the commodity declared, then the same transactions."""
    rows = ledger_rows(council_id)
    first = next(rows, None)
    if first is None:
        return
    yield f"commodity {CURRENCY} 1000.00"
    for account in accounts(council_id):
        yield f"account {_account(account)}"
    yield from _transactions(first, rows, _hledger_entry)


def _transactions(
    first: LedgerRow, rows: Iterator[LedgerRow], entry: Callable[[LedgerRow], Iterator[str]]
) -> Iterator[str]:
    yield ""
    yield from entry(first)
    for row in rows:
        yield ""
        yield from entry(row)


def _beancount_entry(row: LedgerRow) -> Iterator[str]:
    yield f'{london_day(row.at)} * "run {row.run_id}" "{row.key}"'
    yield f"  seq: {row.seq}"
    yield f'  hash: "{row.hash}"'
    yield from _postings(row)


def _hledger_entry(row: LedgerRow) -> Iterator[str]:
    # A bar splits payee from note, and the key is full of them.
    yield f"{london_day(row.at)} * run {row.run_id} {row.key.replace('|', ' ')}"
    yield f"    ; seq:{row.seq}, hash:{row.hash}"
    yield from _postings(row)


def _postings(row: LedgerRow) -> Iterator[str]:
    for account, pence in row.postings:
        yield f"    {_account(account)}  {_pounds(pence)} {CURRENCY}"


def _account(account: str) -> str:
    kind, *parties = account.split(":")
    ids = [f"Org{party}" for party in parties[1::2]]
    return ":".join((KINDS[kind], *ids))


def _pounds(pence: int) -> str:
    size = abs(pence)
    sign = "-" if pence < 0 else ""
    return f"{sign}{size // PENCE_IN_A_POUND}.{size % PENCE_IN_A_POUND:02d}"
