"""Which contract's provider leads a patch."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.models import Contract, PatchLead
from whatmatters.commissioning.services.contract_checks import (
    check_commissioner,
    check_ours,
    check_runs,
    held_contracts,
)
from whatmatters.commissioning.services.once import once

DAY = timedelta(days=1)


@transaction.atomic
def lead_patch(*, by: Actor, at: datetime, patch_id: int, contract_id: int, starts: date) -> int:
    """Make a contract's provider the lead of a patch from a day, in place of the one before.

    It leads until another does, and no longer than its contract. Raises NotAllowed,
    ContractNotFound, Absent, ContractNotInForce, AlreadyFromThatDay.
    """
    check_commissioner(by)
    contract = held_contracts(by, [contract_id])[contract_id]
    check_ours(by, [], patch_id)
    check_runs(contract, starts)
    before = PatchLead.objects.of(by.council_id).filter(patch_id=patch_id, starts__lt=starts)
    before.filter(Q(ends__isnull=True) | Q(ends__gte=starts)).update(ends=starts - DAY)
    with once(patch=patch_id, starts=starts):
        row = PatchLead.objects.create(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            patch_id=patch_id,
            contract_id=contract_id,
            starts=starts,
            ends=_last_day(contract, patch_id, starts),
        )
    audit(by=by, at=at, action="lead_patch", subject="contract", subject_id=contract_id)
    return int(row.pk)


def fit_leads(contract: Contract) -> None:
    """Have each lead under a contract last as long as it and no longer.

    One that would begin after the contract's last day ends on the day before its own first.
    """
    for row in PatchLead.objects.filter(contract=contract):
        row.ends = _last_day(contract, row.patch_id, row.starts)
        row.save(update_fields=["ends"])


def _last_day(contract: Contract, patch_id: int, starts: date) -> date | None:
    """The day before the next lead's first, or the contract's last, whichever is sooner."""
    later = PatchLead.objects.of(contract.council_id).filter(patch_id=patch_id, starts__gt=starts)
    following = later.order_by("starts").values_list("starts", flat=True).first()
    days = [following - DAY] if following else []
    days += [max(contract.ends, starts - DAY)] if contract.ends else []
    return min(days, default=None)
