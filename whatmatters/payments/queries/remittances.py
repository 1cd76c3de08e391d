"""What was paid by whom to whom, and the lines behind it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Sum

from whatmatters.payments.models import Posting, Remittance, RunLine
from whatmatters.payments.queries.lines import LineView, views
from whatmatters.payments.queries.posted import REPAYABLE, parties_of


@dataclass(frozen=True, slots=True)
class RemittanceFacts:
    """earned + brought_forward = paid + carried; paid is never below zero (pence)."""

    remittance_id: int
    run_id: int
    period_start: date
    period_end: date
    released_at: datetime
    payer_id: int
    payee_id: int
    earned: int
    brought_forward: int
    paid: int
    carried: int


@dataclass(frozen=True, slots=True)
class RemittanceView:
    """One remittance with its lines; held and repayable ones are shown and not in `earned`."""

    facts: RemittanceFacts
    lines: tuple[LineView, ...]


def remittances(
    council_id: int,
    *,
    payee_id: int | None = None,
    payer_id: int | None = None,
    run_id: int | None = None,
) -> tuple[RemittanceFacts, ...]:
    """Remittances of a council, newest period first, in one query."""
    wanted = {"payee_id": payee_id, "payer_id": payer_id, "run_id": run_id}
    rows = Remittance.objects.of(council_id).select_related("run")
    rows = rows.filter(**{key: value for key, value in wanted.items() if value is not None})
    return tuple(_facts(row) for row in rows.order_by("-run__period_start", "id"))


def remittance(council_id: int, remittance_id: int) -> RemittanceView | None:
    """One remittance of a council with every line behind it."""
    rows = Remittance.objects.of(council_id).select_related("run")
    row = rows.filter(pk=remittance_id).first()
    if row is None:
        return None
    lines: Any = RunLine.objects.filter(
        run_id=row.run_id, payer_id=row.payer_id, payee_id=row.payee_id
    )
    return RemittanceView(_facts(row), tuple(views(lines.order_by("id"))))


def to_repay(council_id: int) -> dict[tuple[str, str], int]:
    """Pence that payees are to pay back, by payer and payee, where agreements say repayment."""
    rows = Posting.objects.of(council_id).filter(account__startswith=REPAYABLE)
    sums = rows.values_list("account").annotate(Sum("pence"))
    return {parties_of(account): pence for account, pence in sums if pence}


def _facts(row: Remittance) -> RemittanceFacts:
    return RemittanceFacts(
        remittance_id=row.pk,
        run_id=row.run_id,
        period_start=row.run.period_start,
        period_end=row.run.period_end,
        released_at=row.at,
        payer_id=row.payer_id,
        payee_id=row.payee_id,
        earned=row.earned,
        brought_forward=row.brought_forward,
        paid=row.paid,
        carried=row.carried,
    )
