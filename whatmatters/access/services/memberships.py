"""Roles that users hold in organisations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.models import Membership, Organisation
from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.refusals import (
    EndsBeforeStart,
    MembershipAlreadyEnded,
    NotOfThisCouncil,
    RoleHeldAlready,
)
from whatmatters.access.services.additions import audit_each
from whatmatters.access.services.gate import (
    must_leave_an_administrator,
    must_look_after,
    must_manage_users,
    must_not_give_herself,
    must_offer,
)
from whatmatters.access.services.sessions import end_all_sessions
from whatmatters.rules.roles import Role


@dataclass(frozen=True, slots=True)
class MembershipGiven:
    """One role from a day to a day (`ends` included); an organisation where the role has one."""

    user_id: int
    role: Role
    organisation_id: int | None
    starts: date
    ends: date | None = None


@transaction.atomic
def add_memberships(
    *, by: Actor, at: datetime, memberships: Sequence[MembershipGiven], why: str = ""
) -> list[int]:
    """Give roles in the actor's council; ids in the order given. Open sessions of them all end.

    Raises NotAllowed, NotOfThisCouncil (an organisation of another council), EndsBeforeStart,
    RoleHeldAlready; for an administrator also NotLookedAfter, RoleNotOffered and OwnRole.
    """
    must_manage_users(by)
    must_look_after(by, {given.user_id for given in memberships})
    return write_memberships(by=by, at=at, memberships=memberships, why=why)


def write_memberships(
    *, by: Actor, at: datetime, memberships: Sequence[MembershipGiven], why: str = ""
) -> list[int]:
    """As `add_memberships`, when it is known already that the users are the actor's to look after.

    A part of other verbs: call it inside their transaction.
    """
    must_not_give_herself(by, {given.user_id for given in memberships})
    must_offer(by, [(given.role, given.organisation_id) for given in memberships])
    _check_organisations(by, {m.organisation_id for m in memberships if m.organisation_id})
    for given in memberships:
        if given.ends is not None and given.ends < given.starts:
            raise EndsBeforeStart(starts=given.starts, ends=given.ends)
    made = _written([_row(by, given) for given in memberships])
    end_all_sessions(given.user_id for given in memberships)
    return audit_each(by, at, "added", "membership", [row.pk for row in made], why)


@transaction.atomic
def end_membership(*, by: Actor, at: datetime, membership_id: int, on: date, why: str = "") -> None:
    """Let a role end; `on` is its last day: after it the next request is refused.

    Open sessions end at once, so that nothing goes on under what was true before. Raises
    NotOfThisCouncil, MembershipAlreadyEnded, EndsBeforeStart; for an administrator also
    NotLookedAfter, and LastAdministrator when nobody would be left to give roles.
    """
    must_manage_users(by)
    rows = Membership.objects.of(by.council_id).select_for_update()
    held = rows.filter(pk=membership_id).first()
    if held is None:
        raise NotOfThisCouncil(subject="membership")
    must_look_after(by, {held.user_id})
    must_offer(by, [(Role(held.role), held.organisation_id)])
    if held.ends is not None:
        raise MembershipAlreadyEnded(ends=held.ends)
    if on < held.starts:
        raise EndsBeforeStart(starts=held.starts, ends=on)
    if held.role == Role.ADMINISTRATOR:
        must_leave_an_administrator(by, at, held.user_id)
    held.ends = on
    held.save(update_fields=["ends"])
    end_all_sessions([held.user_id])
    audit_each(by, at, "ended", "membership", [held.pk], why)


def _written(rows: list[Membership]) -> list[Membership]:
    try:
        with transaction.atomic():
            return list(Membership.objects.bulk_create(rows))
    except IntegrityError as error:
        raise RoleHeldAlready(starts=rows[0].starts) from error


def _row(by: Actor, given: MembershipGiven) -> Membership:
    return Membership(
        council_id=by.council_id,
        user_id=given.user_id,
        organisation_id=given.organisation_id,
        role=given.role,
        starts=given.starts,
        ends=given.ends,
    )


def _check_organisations(by: Actor, ids: set[int]) -> None:
    known = Organisation.objects.of(by.council_id).filter(pk__in=ids).count()
    if known < len(ids):
        raise NotOfThisCouncil(subject="organisation")
