"""A run by payee, and the whole statement of one payee: every payer's part beside the others."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum

from whatmatters.payments.models import Remittance, RunLine
from whatmatters.payments.queries.lines import LineView, views
from whatmatters.payments.queries.remittances import RemittanceView, remittances


@dataclass(frozen=True, slots=True)
class PayeeSum:
    """What one payee's lines of a run come to; `held` pence are shown and not paid."""

    payee_id: int
    lines: int
    pence: int
    held: int


def sums_by_payee(council_id: int, run_id: int) -> tuple[PayeeSum, ...]:
    """What a run's lines come to for each payee, in one query."""
    held, paid = Q(held=True), Q(held=False, repayable=False)
    rows: Any = RunLine.objects.of(council_id).filter(run_id=run_id).values("payee_id")
    sums = rows.annotate(
        n=Count("id"), paid=Sum("pence", filter=paid), kept=Sum("pence", filter=held)
    )
    return tuple(
        PayeeSum(row["payee_id"], row["n"], row["paid"] or 0, row["kept"] or 0)
        for row in sums.order_by("payee_id")
    )


def statement(council_id: int, remittance_id: int) -> tuple[RemittanceView, ...]:
    """All remittances of the same run to the same payee, payer by payer, in three queries.

    Empty where the council has no such remittance.
    """
    rows = Remittance.objects.of(council_id).filter(pk=remittance_id)
    found = rows.values_list("run_id", "payee_id").first()
    if found is None:
        return ()
    run_id, payee_id = found
    lines: defaultdict[int, list[LineView]] = defaultdict(list)
    of_payee: Any = RunLine.objects.filter(run_id=run_id, payee_id=payee_id).order_by("id")
    for line in views(of_payee):
        lines[line.payer_id].append(line)
    facts = remittances(council_id, payee_id=payee_id, run_id=run_id)
    return tuple(RemittanceView(one, tuple(lines[one.payer_id])) for one in facts)


def held_of(parts: tuple[RemittanceView, ...]) -> int:
    """Pence (below zero) that are held in a statement: contested, and not taken."""
    return sum(line.pence for part in parts for line in part.lines if line.held)
