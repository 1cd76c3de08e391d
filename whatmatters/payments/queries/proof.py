"""Re-proving the ledger: chain, balance, once-only keys; then whether runs agree with it."""

from dataclasses import dataclass

from whatmatters.payments.models import JournalEntry
from whatmatters.payments.queries.books import LedgerRow, ledger_rows
from whatmatters.payments.queries.chain import entry_content, entry_key
from whatmatters.payments.queries.reconciling import BadRow as BadRow
from whatmatters.payments.queries.reconciling import first_that_differs
from whatmatters.rules.hash_chain import GENESIS, chain_hash

ENTRY = JournalEntry._meta.db_table


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was proved. `heads` names each council's ledger whole; `total_pence` must be 0."""

    entries: int
    postings: int
    total_pence: int
    heads: dict[int, str]
    bad: BadRow | None

    @property
    def ok(self) -> bool:
        """Whether everything held."""
        return self.bad is None


class _Chain:
    """One council's chain while it is walked."""

    def __init__(self) -> None:
        self.seq = 0
        self.hash = GENESIS
        self.keys: set[str] = set()

    def problem(self, row: LedgerRow) -> str | None:
        """What is wrong with the next row, or None; the row then becomes the end."""
        checks = {
            "gap_in_sequence": row.seq == self.seq + 1,
            "chain_broken": row.prev_hash == self.hash,
            "no_postings": bool(row.postings),
            "does_not_balance": not sum(pence for _, pence in row.postings),
            "key_differs": row.key == _key(row),
            "key_twice": row.key not in self.keys,
            "content_differs": row.hash == chain_hash(row.prev_hash, _content(row)),
        }
        self.seq, self.hash = row.seq, row.hash
        self.keys.add(row.key)
        return next((code for code, held in checks.items() if not held), None)


def verify(council_id: int | None = None) -> VerifyReport:
    """Re-prove a council's ledger, or every council's. Reads every row; writes nothing."""
    chains: dict[int, _Chain] = {}
    entries = postings = total = 0
    for row in ledger_rows(council_id):
        chain = chains.setdefault(row.council_id, _Chain())
        entries += 1
        postings += len(row.postings)
        total += sum(pence for _, pence in row.postings)
        problem = chain.problem(row)
        if problem:
            bad = BadRow(row.council_id, row.seq, ENTRY, row.id, problem)
            return VerifyReport(entries, postings, total, _heads(chains), bad)
    return VerifyReport(entries, postings, total, _heads(chains), first_that_differs(council_id))


def _heads(chains: dict[int, _Chain]) -> dict[int, str]:
    return {council: chain.hash for council, chain in chains.items()}


def _key(row: LedgerRow) -> str:
    return entry_key(
        row.agreement_id, row.period_posted, row.period_corrected, row.rule, row.subject
    )


def _content(row: LedgerRow) -> bytes:
    return entry_content(
        council_id=row.council_id,
        seq=row.seq,
        run_id=row.run_id,
        by_id=row.by_id,
        at=row.at,
        agreement_id=row.agreement_id,
        period_posted=row.period_posted,
        period_corrected=row.period_corrected,
        rule=row.rule,
        subject=row.subject,
        key=row.key,
        facts=row.facts,
        postings=row.postings,
    )
