"""The journals of a run: its lines, agreement by agreement."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter

from whatmatters.payments.models import PaymentRun, RunLine
from whatmatters.payments.queries.posted import REPAYABLE
from whatmatters.payments.services.posting import CHUNK
from whatmatters.rules.ledger import (
    Journal,
    JournalKey,
    PostingValue,
    expense_account,
    payable_account,
)

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
