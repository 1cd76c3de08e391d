"""Other terms from a day: a wage, the on-costs, the method, the agreed share."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.commissioning.services import new_terms
from whatmatters.records.locks import WORKED_SHIFTS, lock_council
from whatmatters.rules.commissioning_models import shift_split
from whatmatters.rules.permissions import Action
from whatmatters.shifts.queries.refusals import NoTier, OutsideShifts, TierLeftOut
from whatmatters.shifts.queries.schemes import SchemeFacts
from whatmatters.shifts.queries.told import left_without, newest_day
from whatmatters.shifts.services.held import check_terms, held_scheme


@transaction.atomic
def change_shift_terms(
    *, by: Actor, at: datetime, contract_id: int, starts: date, terms: Mapping[str, object]
) -> int:
    """Shifts of this day and after go by these terms; what was paid for them already is put right
    by the next run. Told again for a day, the newest word holds and what was written stays. The
    contract's id.

    Raises ShiftsNotAllowed, Absent, OutsideShifts, NoTier, TierLeftOut, Problems, or what
    `check_terms` and new terms refuse.
    """
    lock_council(by.council_id, WORKED_SHIFTS)
    until = max(starts, newest_day(contract_id) or starts)
    held = held_scheme(by, Action.CHANGE_CONTRACTS, contract_id, until)
    if not held.holds(starts):
        raise OutsideShifts(on=starts, row=0)
    read = shift_split.read_terms(terms)
    check_terms(read, starts)
    if not read.tiers:
        raise NoTier(field="tier_1")
    _check_told(held, starts, read)
    new_terms(by=by, at=at, contract_id=contract_id, starts=starts, terms=terms, again=True)
    return contract_id


def _check_told(held: SchemeFacts, starts: date, terms: shift_split.Terms) -> None:
    """A shift that is told keeps a rate, or nothing of the contract could be paid. Raises
    TierLeftOut."""
    follows = min((one.on for one in held.changes if one.on > starts), default=None)
    for one in left_without(held.id, starts, terms.tiers):
        if held.holds(one.on) and (follows is None or one.on < follows):
            raise TierLeftOut(tier=one.tier, reference=one.reference, on=one.on)
