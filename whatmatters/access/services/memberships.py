"""Roles that users hold in organisations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.models import Membership, Organisation
from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.refusals import (
    EndsBeforeStart,
    MembershipAlreadyEnded,
    NotOfThisCouncil,
)
from whatmatters.access.services.additions import audit_each
from whatmatters.access.services.gate import must_manage_users
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
    *, by: Actor, at: datetime, memberships: Sequence[MembershipGiven]
) -> list[int]:
    """Give roles in the actor's council; ids in the order given.

    Raises NotAllowed, NotOfThisCouncil (an organisation of another council), EndsBeforeStart.
    """
    must_manage_users(by)
    _check_organisations(by, {m.organisation_id for m in memberships if m.organisation_id})
    for given in memberships:
        if given.ends is not None and given.ends < given.starts:
            raise EndsBeforeStart(starts=given.starts, ends=given.ends)
    rows = [
        Membership(
            council_id=by.council_id,
            user_id=given.user_id,
            organisation_id=given.organisation_id,
            role=given.role,
            starts=given.starts,
            ends=given.ends,
        )
        for given in memberships
    ]
    made = Membership.objects.bulk_create(rows)
    return audit_each(by, at, "added", "membership", [row.pk for row in made])


@transaction.atomic
def end_membership(*, by: Actor, at: datetime, membership_id: int, on: date) -> None:
    """Let a role end; `on` is its last day. The next request is refused after that day."""
    must_manage_users(by)
    rows = Membership.objects.of(by.council_id).select_for_update()
    held = rows.filter(pk=membership_id).first()
    if held is None:
        raise NotOfThisCouncil(subject="membership")
    if held.ends is not None:
        raise MembershipAlreadyEnded(ends=held.ends)
    if on < held.starts:
        raise EndsBeforeStart(starts=held.starts, ends=on)
    held.ends = on
    held.save(update_fields=["ends"])
    audit_each(by, at, "ended", "membership", [held.pk])


def _check_organisations(by: Actor, ids: set[int]) -> None:
    known = Organisation.objects.of(by.council_id).filter(pk__in=ids).count()
    if known < len(ids):
        raise NotOfThisCouncil(subject="organisation")
