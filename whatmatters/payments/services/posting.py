"""Write journals to the council's chain, in bulk: entries, their postings, the hash of each."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import groupby, islice
from operator import itemgetter

from whatmatters.access.queries import Actor
from whatmatters.payments.models import JournalEntry, PaymentRun, Posting, RunLine
from whatmatters.payments.queries.chain import entry_content, entry_key, last_entry
from whatmatters.payments.queries.posted import REPAYABLE
from whatmatters.payments.services.rows import insert_rows, moment, new_ids
from whatmatters.rules.hash_chain import chain_hash
from whatmatters.rules.ledger import (
    Journal,
    JournalKey,
    PostingValue,
    expense_account,
    payable_account,
)

CHUNK = 5000
ENTRY_COLUMNS = (
    "id",
    "council_id",
    "by_id",
    "at",
    "seq",
    "run_id",
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
POSTING_COLUMNS = ("council_id", "entry_id", "position", "account", "pence")
LINE_COLUMNS = (
    "agreement_id",
    "period_corrected",
    "rule",
    "subject",
    "payer_id",
    "payee_id",
    "pence",
    "reason",
    "inputs",
    "repayable",
)
OF_KEY = itemgetter(0, 1, 2, 3)


class Ledger:
    """The end of one council's chain while a release adds to it; one writer at a time.

    (council, seq) is unique, so a second writer's rows are refused and not interleaved.
    """

    def __init__(self, run: PaymentRun, by: Actor, at: datetime) -> None:
        self.run = run
        self.by = by
        self.at = at
        self.entries = 0
        self.seq, self.hash = last_entry(run.council_id)

    def post(self, journals: Iterable[tuple[Journal, str]]) -> None:
        """Write balanced journals, each with its facts as canonical text, in the order given."""
        waiting = iter(journals)
        while chunk := list(islice(waiting, CHUNK)):
            ids = new_ids(JournalEntry, len(chunk))
            postings: list[tuple[object, ...]] = []
            entries = [
                self._entry(entry_id, journal, facts, postings)
                for entry_id, (journal, facts) in zip(ids, chunk, strict=True)
            ]
            insert_rows(JournalEntry, ENTRY_COLUMNS, entries)
            insert_rows(Posting, POSTING_COLUMNS, postings)
            self.entries += len(chunk)

    def _entry(
        self, entry_id: int, journal: Journal, facts: str, postings: list[tuple[object, ...]]
    ) -> tuple[object, ...]:
        key, council = journal.key, self.run.council_id
        agreement = key.agreement or None
        sides = [(posting.account, posting.pence) for posting in journal.postings]
        text = entry_key(agreement, key.period_posted, key.period_corrected, key.rule, key.subject)
        previous = self._link(key, text, facts, sides)
        postings.extend((council, entry_id, i, *side) for i, side in enumerate(sides))
        return (
            entry_id,
            council,
            self.by.user_id,
            moment(self.at),
            self.seq,
            self.run.pk,
            agreement,
            key.period_posted,
            key.period_corrected,
            key.rule,
            key.subject,
            text,
            facts,
            previous,
            self.hash,
        )

    def _link(self, key: JournalKey, text: str, facts: str, sides: list[tuple[str, int]]) -> str:
        """Make the entry the end of the chain; returns the hash that it stands on."""
        self.seq += 1
        content = entry_content(
            council_id=self.run.council_id,
            seq=self.seq,
            run_id=self.run.pk,
            by_id=self.by.user_id,
            at=self.at.astimezone(UTC),
            agreement_id=key.agreement or None,
            period_posted=key.period_posted,
            period_corrected=key.period_corrected,
            rule=key.rule,
            subject=key.subject,
            key=text,
            facts=facts,
            postings=sides,
        )
        previous, self.hash = self.hash, chain_hash(self.hash, content)
        return previous


def journals_of(run: PaymentRun) -> Iterator[tuple[Journal, str]]:
    """A journal for each key of a run's lines that are not held and not all 0, with its facts."""
    rows = RunLine.objects.filter(run=run, held=False).order_by("id")
    lines = rows.values_list(*LINE_COLUMNS).iterator(CHUNK)
    for key, group in groupby(lines, OF_KEY):
        kept = [line for line in group if line[6]]
        if kept:
            yield _journal(run.period_start, key, kept)


def _journal(
    posted: date, key: tuple[int, date, str, str], lines: list[tuple[object, ...]]
) -> tuple[Journal, str]:
    """Each payer's expense against what it owes the payee (or is owed back).

    A journal that does not balance cannot be built.
    """
    sums: dict[str, int] = {}
    for _, _, _, _, payer_id, payee_id, pence, _, _, repayable in lines:
        payer, payee = f"org:{payer_id}", f"org:{payee_id}"
        owed = repayable_account(payer, payee) if repayable else payable_account(payer, payee)
        for account, side in ((expense_account(payer), pence), (owed, -pence)):  # type: ignore[operator]
            sums[account] = sums.get(account, 0) + side  # type: ignore[operator]
    postings = tuple(PostingValue(account, pence) for account, pence in sums.items() if pence)
    agreement, corrected, rule, subject = key
    journal = Journal(JournalKey(agreement, posted, corrected, rule, subject), postings, {})
    return journal, _facts(lines)


def _facts(lines: list[tuple[object, ...]]) -> str:
    """Canonical JSON of the lines: their inputs are canonical text already, and stay that text."""
    told = (
        f'{{"inputs":{inputs},"payee":"org:{payee}","payer":"org:{payer}","pence":{pence},'
        f'"reason":"{reason}"}}'
        for _, _, _, _, payer, payee, pence, reason, inputs, _ in lines
    )
    return f'{{"lines":[{",".join(told)}]}}'


def repayable_account(payer: str, payee: str) -> str:
    """What a payee is to pay back to a payer, where the agreement says repayment."""
    return f"{REPAYABLE}{payer}:{payee}"
