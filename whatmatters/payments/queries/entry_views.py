"""One entry of the ledger as pages read it, and what it adds to the two sums."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from whatmatters.payments.queries.posted import EXPENSE
from whatmatters.rules.periods import Period

BANK = "bank:"


@dataclass(frozen=True, slots=True)
class Sums:
    """Pence: what was found to be owed (a correction may take from it), and what was paid."""

    owed: int
    paid: int


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry with its postings in order (account, pence: debit above zero) and its facts."""

    id: int
    seq: int
    at: datetime
    run_id: int
    agreement_id: int | None
    person_id: int | None
    posted: Period
    corrected: date
    rule: str
    subject: str
    hash: str
    facts: Mapping[str, Any]
    postings: tuple[tuple[str, int], ...]

    @property
    def sums(self) -> Sums:
        """What this entry alone adds to the two."""
        owed = sum(pence for account, pence in self.postings if account.startswith(EXPENSE))
        paid = sum(pence for account, pence in self.postings if account.startswith(BANK))
        return Sums(owed, -paid)
