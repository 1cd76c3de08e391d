"""Who may give accounts and roles, and whose. The system itself (the terminal) is bound by none."""

from collections.abc import Collection
from datetime import datetime

from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.charge import (
    Charge,
    administrators_left,
    charge_of,
    holds_roles_elsewhere,
    users_in,
)
from whatmatters.access.queries.refusals import (
    CountsElsewhere,
    LastAdministrator,
    NotAllowed,
    NotLookedAfter,
    OwnRole,
    RoleNotOffered,
)
from whatmatters.access.queries.relationships import may_in_council
from whatmatters.records.locks import ROLES, lock_council
from whatmatters.rules.accounts import OF_NO_ORGANISATION
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import Action
from whatmatters.rules.roles import OrganisationKind, Role


def must_manage_users(by: Actor) -> None:
    """Refuse (NotAllowed) everybody but an administrator and the system itself."""
    if not is_system(by) and not may_in_council(by, Action.MANAGE_USERS):
        raise NotAllowed(action=Action.MANAGE_USERS)


def must_be_system(by: Actor) -> None:
    """Refuse (NotAllowed) everybody but whoever has the terminal."""
    if not is_system(by):
        raise NotAllowed(action=Action.MANAGE_USERS)


def must_look_after(by: Actor, user_ids: Collection[int]) -> None:
    """Refuse (NotLookedAfter) users that are not of the administrator's own body."""
    if is_system(by):
        return
    wanted = set(user_ids)
    if users_in(_charge(by)).filter(pk__in=wanted).count() < len(wanted):
        raise NotLookedAfter()


def must_look_after_alone(by: Actor, at: datetime, user_id: int) -> None:
    """Refuse (CountsElsewhere) a way into an account that opens more than the administrator's body.

    Somebody who left a provider for the council is still listed at the provider: without this its
    administrator could take over, or open again, an account of the council's.
    """
    if not is_system(by) and holds_roles_elsewhere(_charge(by), user_id, london_day(at)):
        raise CountsElsewhere()


def must_look_after_body(by: Actor, organisation_ids: Collection[int | None]) -> None:
    """Refuse (NotLookedAfter) bodies that are not the administrator's.

    None: a body that is still to be made. The council's administrator looks after all of them.
    """
    if is_system(by):
        return
    charge = _charge(by)
    own = set(organisation_ids) <= {charge.organisation_id}
    if not own and charge.kind != OrganisationKind.COUNCIL:
        raise NotLookedAfter()


def must_not_give_herself(by: Actor, user_ids: Collection[int]) -> None:
    """Refuse (OwnRole): a role for oneself takes another administrator."""
    if by.user_id in user_ids:
        raise OwnRole()


def must_offer(by: Actor, roles: Collection[tuple[Role, int | None]]) -> None:
    """Refuse (RoleNotOffered) a role that the administrator's body does not have to give."""
    if is_system(by):
        return
    charge = _charge(by)
    for role, organisation_id in roles:
        own = None if role in OF_NO_ORGANISATION else charge.organisation_id
        if role not in charge.roles or organisation_id != own:
            raise RoleNotOffered(role=role)


def must_leave_an_administrator(by: Actor, at: datetime, user_id: int) -> None:
    """Refuse (LastAdministrator) when without this user nobody would look after the accounts.

    Two who end one another at the same moment wait for each other here.
    """
    if is_system(by):
        return
    lock_council(by.council_id, ROLES)
    if not administrators_left(_charge(by), london_day(at), without=user_id):
        raise LastAdministrator()


def is_system(by: Actor) -> bool:
    """Whether the system itself acts."""
    return Role.SYSTEM in by.roles


def _charge(by: Actor) -> Charge:
    charge = charge_of(by)
    if charge is None:
        raise NotLookedAfter()
    return charge
