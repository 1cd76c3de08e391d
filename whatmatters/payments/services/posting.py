"""Write journals to the council's chain, in bulk: entries, their postings, the hash of each."""

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import islice

from whatmatters.access.queries import Actor
from whatmatters.payments.models import JournalEntry, PaymentRun, Posting
from whatmatters.payments.queries.chain import entry_content, entry_key, last_entry
from whatmatters.payments.services.rows import insert_rows, moment, new_ids
from whatmatters.rules.hash_chain import chain_hash
from whatmatters.rules.ledger import Journal, JournalKey

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
