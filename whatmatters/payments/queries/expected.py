"""What a run that is only proposed would pay: the sums that its release nets, worked out before."""

from django.db.models import Sum

from whatmatters.payments.models import Remittance, RunLine
from whatmatters.rules.remittance import Netted, Parties, net


def expected(council_id: int, run_id: int) -> tuple[Netted, ...]:
    """What each payer would send each payee, and what would be carried (two queries, pence).

    It holds for the run that comes next: what was carried until now is taken off.
    """
    rows = RunLine.objects.of(council_id).filter(run_id=run_id, held=False, repayable=False)
    sums = rows.values_list("payer_id", "payee_id").annotate(Sum("pence")).order_by()
    due = {(f"org:{payer}", f"org:{payee}"): pence for payer, payee, pence in sums}
    return net(due, carried_forward(council_id, run_id))


def carried_forward(council_id: int, run_id: int) -> dict[Parties, int]:
    """The debit that the newest remittance between two parties carried, but for this run's own."""
    rows = Remittance.objects.of(council_id).exclude(run_id=run_id).order_by("run__period_start")
    newest = rows.values_list("payer_id", "payee_id", "carried")
    return {(f"org:{payer}", f"org:{payee}"): carried for payer, payee, carried in newest}
