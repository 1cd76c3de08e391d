"""Other terms from a day: a wage, the on-costs, the method, the agreed share."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.commissioning.services import new_terms
from whatmatters.rules.commissioning_models import shift_split
from whatmatters.rules.permissions import Action
from whatmatters.shifts.queries.refusals import NoTier, OutsideShifts
from whatmatters.shifts.services.held import check_terms, held_scheme


@transaction.atomic
def change_shift_terms(
    *, by: Actor, at: datetime, contract_id: int, starts: date, terms: Mapping[str, object]
) -> int:
    """Shifts of this day and after go by these terms; what was paid for them already is put right
    by the next run. The contract's id.

    Raises ShiftsNotAllowed, Absent, OutsideShifts, NoTier, Problems, or what `check_terms` and new
    terms refuse.
    """
    held = held_scheme(by, Action.CHANGE_CONTRACTS, contract_id, starts)
    if not held.holds(starts):
        raise OutsideShifts(on=starts, row=0)
    read = shift_split.read_terms(terms)
    check_terms(read, starts)
    if not read.tiers:
        raise NoTier(field="tier_1")
    new_terms(by=by, at=at, contract_id=contract_id, starts=starts, terms=terms)
    return contract_id
