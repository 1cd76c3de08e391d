"""Ledger values: a journal that cannot be built unless it balances, and the hash chain.

Ids, codes and figures only: no name and no own words ever enter, so that words can be blanked by a
retention rule and the chain still verifies. A debit is above zero, a credit below.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from whatmatters.rules.commissioning import Line
from whatmatters.rules.refusals import Refusal


class DoesNotBalance(Refusal):
    """Debits and credits differ."""

    code = "journal_does_not_balance"


class NothingToPost(Refusal):
    """A journal without a posting."""

    code = "nothing_to_post"


@dataclass(frozen=True, slots=True, order=True)
class JournalKey:
    """What may be posted exactly once; payers are postings inside it."""

    agreement: int
    period_posted: date
    period_corrected: date
    rule: str
    subject: str = ""


@dataclass(frozen=True, slots=True, order=True)
class PostingValue:
    """Whole pence on one account, never 0: above zero debits, below credits."""

    account: str
    pence: int


@dataclass(frozen=True, slots=True)
class Journal:
    """One entry: postings that add to zero and the facts that they were worked from."""

    key: JournalKey
    postings: tuple[PostingValue, ...]
    facts: Mapping[str, object]

    def __post_init__(self) -> None:
        if not self.postings or any(posting.pence == 0 for posting in self.postings):
            raise NothingToPost(rule=self.key.rule, subject=self.key.subject)
        total = sum(posting.pence for posting in self.postings)
        if total:
            raise DoesNotBalance(rule=self.key.rule, subject=self.key.subject, by=total)


def expense_account(payer: str) -> str:
    """The cost to a payer."""
    return f"expense:{payer}"


def payable_account(payer: str, payee: str) -> str:
    """What a payer owes a payee."""
    return f"payable:{payer}:{payee}"


def journal_for(key: JournalKey, lines: Iterable[Line]) -> Journal:
    """The journal of the lines of one key: the payer's expense against what it owes the payee.

    A clawback turns both round. Lines of 0 make no posting; no posting at all is NothingToPost.
    """
    kept = tuple(lines)
    sums: dict[str, int] = {}
    for line in kept:
        for account, pence in (
            (expense_account(line.payer), line.pence),
            (payable_account(line.payer, line.payee), -line.pence),
        ):
            sums[account] = sums.get(account, 0) + pence
    postings = tuple(PostingValue(account, pence) for account, pence in sums.items() if pence)
    return Journal(key, postings, {"lines": [line_facts(line) for line in kept]})


def line_facts(line: Line) -> dict[str, object]:
    """A line as plain values, in the order that a reader wants them."""
    return {
        "payer": line.payer,
        "payee": line.payee,
        "pence": line.pence,
        "rule": line.rule,
        "reason": line.reason,
        "subject": line.subject,
        "inputs": dict(line.inputs),
    }


def journal_content(journal: Journal) -> dict[str, object]:
    """The journal as plain values: what the chain hashes."""
    key = journal.key
    return {
        "agreement": key.agreement,
        "period_posted": key.period_posted.isoformat(),
        "period_corrected": key.period_corrected.isoformat(),
        "rule": key.rule,
        "subject": key.subject,
        "postings": [[posting.account, posting.pence] for posting in journal.postings],
        "facts": dict(journal.facts),
    }
