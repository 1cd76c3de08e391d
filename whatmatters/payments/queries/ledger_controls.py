"""What the ledger says that a file for the bank must come to."""

from django.db.models import Count, Sum

from whatmatters.payments.models import Posting
from whatmatters.rules.payment_files import Controls


def ledger_controls(council_id: int, run_id: int, payer_id: int) -> Controls:
    """What the ledger says left a payer's account by a run: how many payments, and pence."""
    rows = Posting.objects.of(council_id).filter(
        entry__run_id=run_id, account=f"bank:org:{payer_id}"
    )
    told = rows.aggregate(n=Count("id"), total=Sum("pence"))
    return Controls(told["n"], -(told["total"] or 0))
