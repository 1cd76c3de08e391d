"""Sign for a contract's shifts: from then on each is paid, by what the contract's terms say."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.queries import contract
from whatmatters.commissioning.services import sign_agreement
from whatmatters.records.locks import WORKED_SHIFTS, lock_council
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.shifts.queries.refusals import NotByShift, ShiftsSigned
from whatmatters.shifts.queries.schemes import MODEL, SOURCE, schemes
from whatmatters.shifts.services.held import check_terms, must_be_allowed


@transaction.atomic
def sign_shifts(*, by: Actor, at: datetime, contract_id: int, starts: date) -> int:
    """Pay the shifts of a contract from a day to its last, where it has one; the contract's id.

    Raises ShiftsNotAllowed, Absent, NotByShift, ShiftsSigned, what `check_terms` raises, or what
    signing refuses.
    """
    must_be_allowed(by, Action.CHANGE_CONTRACTS)
    lock_council(by.council_id, WORKED_SHIFTS)
    held = contract(by.council_id, contract_id)
    if held is None:
        raise Absent(what="contract", id=contract_id)
    if held.model != MODEL:
        raise NotByShift(field="contract")
    for other in schemes(by.council_id, starts, ids=[contract_id]):
        raise ShiftsSigned(starts=other.starts)
    sign_agreement(
        by=by,
        at=at,
        contract_id=contract_id,
        person_id=None,
        source=SOURCE,
        source_id=contract_id,
        starts=starts,
        ends=held.ends,
        terms={},
    )
    (made,) = schemes(by.council_id, starts, ids=[contract_id])
    check_terms(made.terms.terms, starts)
    audit(by=by, at=at, action="shifts.signed", subject="contract", subject_id=contract_id)
    return contract_id
