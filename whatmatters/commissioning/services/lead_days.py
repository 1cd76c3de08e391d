"""How long a contract's provider leads a patch."""

from datetime import date

from whatmatters.commissioning.models import Contract, PatchLead
from whatmatters.rules.periods import ONE_DAY


def fit_leads(contract: Contract) -> None:
    """Have each lead under a contract last as long as it and no longer.

    One that would begin after the contract's last day ends on the day before its own first.
    """
    for row in PatchLead.objects.filter(contract=contract):
        row.ends = lead_ends(contract, row.patch_id, row.starts)
        row.save(update_fields=["ends"])


def lead_ends(contract: Contract, patch_id: int, starts: date) -> date | None:
    """The day before the next lead's first, or the contract's last, whichever is sooner."""
    later = PatchLead.objects.of(contract.council_id).filter(patch_id=patch_id, starts__gt=starts)
    following = later.order_by("starts").values_list("starts", flat=True).first()
    days = [following - ONE_DAY] if following else []
    days += [max(contract.ends, starts - ONE_DAY)] if contract.ends else []
    return min(days, default=None)
