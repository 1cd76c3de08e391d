"""Accounts as an administrator sees them: somebody new, one that closes, one that opens again."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.models import User
from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.charge import charge_of, holds_roles_elsewhere
from whatmatters.access.queries.refusals import (
    AlreadySo,
    HoldsRolesElsewhere,
    NotLookedAfter,
    OwnAccount,
)
from whatmatters.access.services.additions import audit_each
from whatmatters.access.services.gate import (
    must_leave_an_administrator,
    must_look_after,
    must_look_after_alone,
    must_manage_users,
)
from whatmatters.access.services.memberships import MembershipGiven, write_memberships
from whatmatters.access.services.recovery import first_sign_in
from whatmatters.access.services.sessions import end_all_sessions
from whatmatters.access.services.taking_down import remove_portraits
from whatmatters.access.services.users import UserGiven, add_users
from whatmatters.records.locks import ROLES, lock_council
from whatmatters.rules.accounts import OF_NO_ORGANISATION, RoleReason
from whatmatters.rules.days import london_day
from whatmatters.rules.roles import Role


@dataclass(frozen=True, slots=True)
class Admitted:
    """Somebody new. `code` is told once: with it she signs in for the first time."""

    user_id: int
    code: str


@transaction.atomic
def admit(
    *, by: Actor, at: datetime, user: UserGiven, role: Role, starts: date, why: RoleReason
) -> Admitted:
    """Make an account in the administrator's own body, with its first role and a code to begin.

    Raises NotAllowed, NotLookedAfter (no body of the own), UsernameTaken, RoleNotOffered.
    """
    must_manage_users(by)
    charge = charge_of(by)
    if charge is None:
        raise NotLookedAfter()
    (user_id,) = add_users(by=by, at=at, users=[replace(user, password=None)])
    where = None if role in OF_NO_ORGANISATION else charge.organisation_id
    given = MembershipGiven(user_id, role, where, starts)
    write_memberships(by=by, at=at, memberships=[given], why=why)
    return Admitted(user_id, first_sign_in(by=by, at=at, user_id=user_id).half)


@transaction.atomic
def close_account(*, by: Actor, at: datetime, user_id: int, why: RoleReason) -> None:
    """Let nobody sign in by this account; open sessions end. Nothing of what it did is touched; a
    picture of whose it is goes.

    Raises NotAllowed, NotLookedAfter, OwnAccount, AlreadySo, HoldsRolesElsewhere and
    LastAdministrator.
    """
    user = _to_change(by, user_id, active=True)
    charge = charge_of(by)
    if charge is not None and holds_roles_elsewhere(charge, user_id, london_day(at)):
        raise HoldsRolesElsewhere()
    must_leave_an_administrator(by, at, user_id)
    _change(by, at, user, False, why)
    remove_portraits([user_id])


@transaction.atomic
def open_account(*, by: Actor, at: datetime, user_id: int, why: RoleReason) -> None:
    """Let somebody whose account was closed sign in again: in a new session, by roles that hold.

    Raises NotAllowed, NotLookedAfter, CountsElsewhere, OwnAccount, AlreadySo.
    """
    user = _to_change(by, user_id, active=False)
    must_look_after_alone(by, at, user_id)
    _change(by, at, user, True, why)


def _to_change(by: Actor, user_id: int, *, active: bool) -> User:
    must_manage_users(by)
    if user_id == by.user_id:
        raise OwnAccount()
    must_look_after(by, {user_id})
    # Before the row: two who close one another would else each hold what the other's trail names.
    lock_council(by.council_id, ROLES)
    user = User.objects.select_for_update(no_key=True).get(pk=user_id)
    if user.is_active is not active:
        raise AlreadySo()
    return user


def _change(by: Actor, at: datetime, user: User, active: bool, why: RoleReason) -> None:
    user.is_active = active
    user.save(update_fields=["is_active"])
    end_all_sessions([user.pk])
    audit_each(by, at, "opened" if active else "closed", "user", [user.pk], why)
