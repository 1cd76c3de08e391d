"""The last day of a contract, said before it comes."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.models import Agreement, Contract, PatchLead
from whatmatters.commissioning.queries.refusals import AgreementsRunOn, EndBeforeStart
from whatmatters.commissioning.services.contract_checks import check_commissioner, contract_row


@transaction.atomic
def end_contract(*, by: Actor, at: datetime, contract_id: int, on: date) -> int:
    """Say a contract's last day, or another one; who leads a patch under it does so until then.

    What was signed under it is not ended by this: everybody whose agreement runs past that day is
    moved or ended first, so that nobody's support stops by a date in a register. Its id. Raises
    AgreementsRunOn (agreements=), EndBeforeStart, ContractNotFound.
    """
    check_commissioner(by)
    contract_row(by, contract_id)
    row = Contract.objects.of(by.council_id).select_for_update().get(pk=contract_id)
    if on < row.starts:
        raise EndBeforeStart(starts=row.starts, ends=on)
    past = running_past(by.council_id, contract_id, on)
    if past:
        raise AgreementsRunOn(agreements=past)
    row.ends = on
    row.save(update_fields=["ends"])
    leads = PatchLead.objects.of(by.council_id).filter(contract_id=contract_id, starts__lte=on)
    leads.filter(Q(ends__isnull=True) | Q(ends__gt=on)).update(ends=on)
    audit(by=by, at=at, action="end_contract", subject="contract", subject_id=contract_id)
    return contract_id


def running_past(council_id: int, contract_id: int, on: date) -> int:
    """How many agreements under a contract still earn after a day."""
    signed = Agreement.objects.of(council_id).filter(contract_terms__contract_id=contract_id)
    stops = signed.annotate(last=Coalesce(F("end__on"), F("ends")))
    return int(stops.filter(Q(last__isnull=True) | Q(last__gt=on)).count())
