"""Shifts of a contract that an actor may act on."""

from datetime import date

from whatmatters.access.queries import Actor, may_in_council, own_organisation_only
from whatmatters.rules.commissioning_models import shift_split
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.shifts.queries.floors import under_law
from whatmatters.shifts.queries.refusals import RateUnderLaw, ShareNotAgreed, ShiftsNotAllowed
from whatmatters.shifts.queries.schemes import SchemeFacts, schemes


def must_be_allowed(by: Actor, action: Action) -> None:
    """Raises ShiftsNotAllowed unless a role of the actor has the action."""
    if not may_in_council(by, action):
        raise ShiftsNotAllowed(action=str(action))


def check_terms(terms: shift_split.Terms, starts: date) -> None:
    """What is asked of terms beyond the model's own check: a share for a shift in which nobody was
    seen, since it is paid too, and no wage under the law's on their first day.

    Raises ShareNotAgreed, RateUnderLaw.
    """
    if terms.nhs_share is None:
        raise ShareNotAgreed(field="nhs_share")
    under = under_law(terms, starts, starts)
    if under is not None:
        raise RateUnderLaw(tier=under.tier, least=under.least)


def held_scheme(by: Actor, action: Action, contract_id: int, on: date) -> SchemeFacts:
    """What was signed for a contract's shifts. Raises ShiftsNotAllowed, or Absent, as for another
    provider's."""
    must_be_allowed(by, action)
    own = own_organisation_only(by, action)
    found = schemes(by.council_id, on, ids=[contract_id], body_id=own)
    if not found:
        raise Absent(what="shifts", id=contract_id)
    return found[0]
