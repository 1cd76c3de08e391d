"""Making organisations, users and the roles that users hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from whatmatters.access.models import Membership, Organisation, User
from whatmatters.access.queries.actors import Actor
from whatmatters.access.queries.refusals import (
    EndsBeforeStart,
    MembershipAlreadyEnded,
    NotOfThisCouncil,
    UsernameTaken,
)
from whatmatters.access.services.audit import Audited, audit_many
from whatmatters.access.services.gate import must_manage_users
from whatmatters.rules.roles import OrganisationKind, Origin, Role


@dataclass(frozen=True, slots=True)
class OrganisationGiven:
    """A body as one council knows it, in both languages."""

    kind: OrganisationKind
    name_en: str
    name_cy: str
    origin: Origin = Origin.REAL


@dataclass(frozen=True, slots=True)
class UserGiven:
    """Somebody who will sign in; without a password they cannot."""

    username: str
    display_name: str
    language: str = "en-gb"
    password: str | None = None


@dataclass(frozen=True, slots=True)
class MembershipGiven:
    """One role from a day to a day (`ends` included); an organisation where the role has one."""

    user_id: int
    role: Role
    organisation_id: int | None
    starts: date
    ends: date | None = None


@transaction.atomic
def add_organisations(
    *, by: Actor, at: datetime, organisations: Sequence[OrganisationGiven]
) -> list[int]:
    """Make organisations of the actor's council; ids in the order given. Raises NotAllowed."""
    must_manage_users(by)
    rows = [
        Organisation(
            council_id=by.council_id,
            kind=given.kind,
            name_en=given.name_en,
            name_cy=given.name_cy,
            origin=given.origin,
        )
        for given in organisations
    ]
    made = Organisation.objects.bulk_create(rows)
    return _audited(by, at, "added", "organisation", [row.pk for row in made])


@transaction.atomic
def add_users(*, by: Actor, at: datetime, users: Sequence[UserGiven]) -> list[int]:
    """Make users; ids in the order given. Passwords are kept only as hashes.

    Names to sign in by are kept in small letters, so that "Elin" and "elin" are the same.
    Raises NotAllowed, UsernameTaken. Users hold no role until `add_memberships`.
    """
    must_manage_users(by)
    names = [given.username.strip().lower() for given in users]
    taken = User.objects.filter(username__in=names).values_list("username", flat=True).first()
    if taken is not None or len(set(names)) < len(names):
        raise UsernameTaken(username=taken or _twice(names))
    rows = [
        User(
            username=name,
            display_name=given.display_name,
            language=given.language,
            password=make_password(given.password),
            date_joined=at,
        )
        for name, given in zip(names, users, strict=True)
    ]
    made = User.objects.bulk_create(rows)
    return _audited(by, at, "added", "user", [row.pk for row in made])


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
    return _audited(by, at, "added", "membership", [row.pk for row in made])


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
    _audited(by, at, "ended", "membership", [held.pk])


def _check_organisations(by: Actor, ids: set[int]) -> None:
    known = Organisation.objects.of(by.council_id).filter(pk__in=ids).count()
    if known < len(ids):
        raise NotOfThisCouncil(subject="organisation")


def _twice(names: list[str]) -> str:
    return next(name for name in names if names.count(name) > 1)


def _audited(by: Actor, at: datetime, action: str, subject: str, ids: list[int]) -> list[int]:
    audit_many(by=by, at=at, events=[Audited(action, subject, one) for one in ids])
    return ids
