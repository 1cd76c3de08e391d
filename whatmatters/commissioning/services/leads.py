"""Which contract's provider leads a patch."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.models import PatchLead
from whatmatters.commissioning.services.contract_checks import check_commissioner, check_ours
from whatmatters.commissioning.services.held_contracts import check_runs, held_contracts
from whatmatters.commissioning.services.lead_days import lead_ends
from whatmatters.commissioning.services.once import once
from whatmatters.rules.periods import ONE_DAY


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
    before.filter(Q(ends__isnull=True) | Q(ends__gte=starts)).update(ends=starts - ONE_DAY)
    with once(patch=patch_id, starts=starts):
        row = PatchLead.objects.create(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            patch_id=patch_id,
            contract_id=contract_id,
            starts=starts,
            ends=lead_ends(contract, patch_id, starts),
        )
    audit(by=by, at=at, action="lead_patch", subject="contract", subject_id=contract_id)
    return int(row.pk)
