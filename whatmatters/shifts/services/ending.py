"""The last day on which a contract's shifts are paid."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.commissioning.services import end_agreement
from whatmatters.records.locks import WORKED_SHIFTS, lock_council
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.periods import ONE_DAY
from whatmatters.rules.permissions import Action
from whatmatters.shifts.queries.refusals import OutsideShifts, ShiftsOver
from whatmatters.shifts.services.held import held_scheme


@transaction.atomic
def end_shifts(*, by: Actor, at: datetime, contract_id: int, on: date, reason: EndReason) -> int:
    """Write their last day, which still earns; the contract's id. A last day that was written is
    brought forward by another, and the day before the first means that nothing is earned.

    A shift of a later day that was recorded stays to be read and earns nothing; what was paid for
    it comes back with the next run. Raises ShiftsNotAllowed, Absent, ShiftsOver, OutsideShifts.
    """
    lock_council(by.council_id, WORKED_SHIFTS)
    held = held_scheme(by, Action.CHANGE_CONTRACTS, contract_id, on)
    ended = held.agreement.ended_on
    if ended is not None and on >= ended:
        raise ShiftsOver(ends=ended)
    if not held.holds(on) and on != held.starts - ONE_DAY:
        raise OutsideShifts(on=on, row=0)
    end_agreement(by=by, at=at, agreement_id=held.agreement.id, on=on, reason=reason)
    audit(
        by=by,
        at=at,
        action="shifts.ended",
        subject="contract",
        subject_id=contract_id,
        why=str(reason),
    )
    return contract_id
