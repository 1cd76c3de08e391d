"""What the ledger's hash chain is made over: every column of an entry and of its postings."""

from collections.abc import Sequence
from datetime import date, datetime

from whatmatters.payments.models import JournalEntry
from whatmatters.rules.hash_chain import GENESIS

BETWEEN = "\x1f"


def entry_content(
    *,
    council_id: int,
    seq: int,
    run_id: int,
    by_id: int,
    at: datetime,
    agreement_id: int | None,
    period_posted: date,
    period_corrected: date,
    rule: str,
    subject: str,
    key: str,
    facts: str,
    postings: Sequence[tuple[str, int]],
) -> bytes:
    """One spelling of one entry. `facts` is the stored text; postings are in their order."""
    head_of = f"{council_id}|{seq}|{run_id}|{by_id}|{at.isoformat()}|{agreement_id}"
    days = f"{period_posted}|{period_corrected}"
    sides = "|".join(f"{account}={pence}" for account, pence in postings)
    return BETWEEN.join((head_of, days, rule, subject, key, sides, facts)).encode()


def entry_key(
    agreement_id: int | None, posted: date, corrected: date, rule: str, subject: str
) -> str:
    """The once-only key as text."""
    return f"{agreement_id or ''}|{posted}|{corrected}|{rule}|{subject}"


def last_entry(council_id: int) -> tuple[int, str]:
    """Place and hash of the newest entry of a council's chain; (0, GENESIS) before the first."""
    rows = JournalEntry.objects.of(council_id).order_by("-seq").values_list("seq", "hash")
    found: tuple[int, str] | None = rows.first()
    return found or (0, GENESIS)


def head(council_id: int) -> str:
    """The hash that stands for a council's whole ledger."""
    return last_entry(council_id)[1]
