"""Whether the actor's roles have an action of money in the one table of permissions."""

from whatmatters.access.queries import Actor
from whatmatters.payments.queries.refusals import NotAllowed
from whatmatters.rules.permissions import Action, Relationship, decide
from whatmatters.rules.roles import Role


def must_be_allowed(by: Actor, action: Action) -> None:
    """Raises NotAllowed unless a role of the actor has the action (the system proposes too)."""
    if Role.SYSTEM in by.roles and action is Action.PROPOSE_RUN:
        return
    if not decide(by.roles, [Relationship.NONE], action):
        raise NotAllowed(action=str(action))
