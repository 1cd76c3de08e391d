"""A contract's results that an actor may act on."""

from whatmatters.access.queries import Actor, may_in_council, own_organisation_only
from whatmatters.results.queries.refusals import ResultsNotAllowed
from whatmatters.results.queries.schemes import SchemeFacts, schemes
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent


def must_be_allowed(by: Actor, action: Action) -> None:
    """Raises ResultsNotAllowed unless a role of the actor has the action."""
    if not may_in_council(by, action):
        raise ResultsNotAllowed(action=str(action))


def held_scheme(by: Actor, action: Action, contract_id: int) -> SchemeFacts:
    """What was signed for a contract's results. Raises ResultsNotAllowed, or Absent, as for another
    provider's."""
    must_be_allowed(by, action)
    own = own_organisation_only(by, action)
    found = schemes(by.council_id, ids=[contract_id], provider_id=own)
    if not found:
        raise Absent(what="results", id=contract_id)
    return found[0]
