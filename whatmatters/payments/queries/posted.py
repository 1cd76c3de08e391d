"""What the ledger has posted so far, by what it is about and between whom."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Sum

from whatmatters.payments.models import Posting
from whatmatters.rules.corrections import Corrected, Parties

CHUNK = 5000
EXPENSE = "expense:"
BETWEEN_PARTIES = (PAYABLE, REPAYABLE) = ("payable:", "repayable:")


def posted(agreement_ids: Iterable[int]) -> dict[Corrected, dict[Parties, int]]:
    """Pence posted for each key of these agreements, corrections included, by payer and payee."""
    wanted = sorted(set(agreement_ids))
    found: dict[Corrected, dict[Parties, int]] = {}
    for start in range(0, len(wanted), CHUNK):
        rows: Any = Posting.objects.filter(entry__agreement_id__in=wanted[start : start + CHUNK])
        rows = rows.exclude(account__startswith=EXPENSE).values_list(
            "entry__agreement_id",
            "entry__period_corrected",
            "entry__rule",
            "entry__subject",
            "account",
        )
        for agreement, corrected, rule, subject, account, pence in rows.annotate(Sum("pence")):
            key = Corrected(agreement, corrected, rule, subject)
            parties = parties_of(account)
            sums = found.setdefault(key, {})
            sums[parties] = sums.get(parties, 0) - pence
    return found


def parties_of(account: str) -> Parties:
    """Payer and payee of an account between two: "payable:org:1:org:2"."""
    _, one, payer, two, payee = account.split(":")
    return f"{one}:{payer}", f"{two}:{payee}"
