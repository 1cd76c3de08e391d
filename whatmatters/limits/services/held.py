"""An entry of the register that an actor may act on."""

from whatmatters.access.queries import Actor, may_in_council, own_organisation_only
from whatmatters.limits.queries import LimitFacts, limits
from whatmatters.limits.queries.refusals import LimitsNotAllowed
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent

KEEP = Action.KEEP_LIMITS


def must_be_allowed(by: Actor) -> None:
    """Raises LimitsNotAllowed unless a role of the actor may write the register."""
    if not may_in_council(by, KEEP):
        raise LimitsNotAllowed(action=str(KEEP))


def held_limit(by: Actor, limit_id: int) -> LimitFacts:
    """The newest word of an entry. Raises LimitsNotAllowed, or Absent, as for one that is in
    another body's hands."""
    must_be_allowed(by)
    found = limits(by.council_id, ids=[limit_id], body_id=own_organisation_only(by, KEEP))
    if not found:
        raise Absent(what="limit", id=limit_id)
    return found[0]
