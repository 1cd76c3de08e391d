"""Who may blank words and hold them."""

from whatmatters.access.queries import Actor, may_in_council
from whatmatters.access.queries.charge import charge_of
from whatmatters.access.services.gate import is_system
from whatmatters.retention.services.refusals import NotYoursToBlank
from whatmatters.rules.permissions import Action
from whatmatters.rules.roles import OrganisationKind


def must_be_council_administrator(by: Actor) -> None:
    """Refuse (NotYoursToBlank) everybody but the council's own administrator and the system."""
    if is_system(by):
        return
    charge = charge_of(by)
    own = charge is not None and charge.kind is OrganisationKind.COUNCIL
    if not own or not may_in_council(by, Action.APPLY_RETENTION):
        raise NotYoursToBlank()
