"""Shifts of a contract that an actor may act on."""

from datetime import date

from whatmatters.access.queries import Actor, may_in_council, own_organisation_only
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.shifts.queries.refusals import ShiftsNotAllowed
from whatmatters.shifts.queries.schemes import SchemeFacts, schemes


def must_be_allowed(by: Actor, action: Action) -> None:
    """Raises ShiftsNotAllowed unless a role of the actor has the action."""
    if not may_in_council(by, action):
        raise ShiftsNotAllowed(action=str(action))


def held_scheme(by: Actor, action: Action, contract_id: int, on: date) -> SchemeFacts:
    """What was signed for a contract's shifts. Raises ShiftsNotAllowed, or Absent, as for another
    provider's."""
    must_be_allowed(by, action)
    own = own_organisation_only(by, action)
    found = schemes(by.council_id, on, ids=[contract_id], provider_id=own)
    if not found:
        raise Absent(what="shifts", id=contract_id)
    return found[0]
