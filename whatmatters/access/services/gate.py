"""Who may give accounts and roles."""

from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.refusals import NotAllowed
from whatmatters.access.queries.relationships import may_in_council
from whatmatters.rules.permissions import Action
from whatmatters.rules.roles import Role


def must_manage_users(by: Actor) -> None:
    """Refuse (NotAllowed) everybody but an administrator and the system itself."""
    if Role.SYSTEM not in by.roles and not may_in_council(by, Action.MANAGE_USERS):
        raise NotAllowed(action=Action.MANAGE_USERS)
