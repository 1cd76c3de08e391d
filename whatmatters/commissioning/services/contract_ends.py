"""The last day of a contract, said before it comes."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.queries.refusals import AgreementsRunOn, EndBeforeStart
from whatmatters.commissioning.queries.running_past import running_past
from whatmatters.commissioning.services.contract_checks import check_commissioner
from whatmatters.commissioning.services.held_contracts import held_contracts
from whatmatters.commissioning.services.lead_days import fit_leads


@transaction.atomic
def end_contract(*, by: Actor, at: datetime, contract_id: int, on: date) -> int:
    """Say a contract's last day, or another one; who leads a patch under it does so until then.

    What was signed under it is not ended by this: everybody whose agreement, or whose plan that is
    paid as a block, runs past that day is moved or ended first, so that nobody's support stops by a
    date in a register. A lead that was to begin after it never does, and a later last day gives
    back what an earlier one took. Its id. Raises AgreementsRunOn (agreements=), EndBeforeStart,
    ContractNotFound.
    """
    check_commissioner(by)
    row = held_contracts(by, [contract_id])[contract_id]
    if on < row.starts:
        raise EndBeforeStart(starts=row.starts, ends=on)
    past = running_past(by.council_id, contract_id, on)
    if past:
        raise AgreementsRunOn(agreements=past)
    row.ends = on
    row.save(update_fields=["ends"])
    fit_leads(row)
    audit(by=by, at=at, action="end_contract", subject="contract", subject_id=contract_id)
    return contract_id
