"""Whose accounts an administrator looks after: those of the own body, and nobody else's.

A council's administrator also looks after people and families, who belong to no body.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from whatmatters.access.models import Membership, Organisation, User
from whatmatters.access.queries.actor import Actor
from whatmatters.records.standing import across_councils
from whatmatters.rules.accounts import roles_to_give
from whatmatters.rules.roles import OrganisationKind, Role


@dataclass(frozen=True, slots=True)
class Charge:
    """The body of an administrator, and which roles may be given there."""

    council_id: int
    organisation_id: int
    kind: OrganisationKind
    name_en: str
    name_cy: str
    roles: tuple[Role, ...]


def charge_of(actor: Actor) -> Charge | None:
    """The body whose accounts the actor looks after; None for somebody of no body."""
    rows = Organisation.objects.of(actor.council_id).filter(pk=actor.organisation_id or 0)
    row = rows.first()
    if row is None:
        return None
    kind = OrganisationKind(row.kind)
    return Charge(actor.council_id, row.pk, kind, row.name_en, row.name_cy, roles_to_give(kind))


def memberships_in(charge: Charge) -> "QuerySet[Membership]":
    """Every role ever held there."""
    own = Q(organisation_id=charge.organisation_id)
    if charge.kind == OrganisationKind.COUNCIL:
        own |= Q(organisation__isnull=True)
    rows: QuerySet[Membership] = Membership.objects.of(charge.council_id).filter(own)
    return rows


def users_in(charge: Charge) -> "QuerySet[User]":
    """Everybody who holds or has held a role there."""
    return User.objects.filter(pk__in=memberships_in(charge).values("user_id"))


def administrators_left(charge: Charge, on: date, *, without: int) -> bool:
    """Whether somebody else stays who can sign in and whose role as administrator has no end."""
    rows = Membership.objects.of(charge.council_id).filter(
        organisation_id=charge.organisation_id,
        role=Role.ADMINISTRATOR,
        starts__lte=on,
        ends__isnull=True,
        user__is_active=True,
    )
    return bool(rows.exclude(user_id=without).exists())


def holds_roles_elsewhere(charge: Charge, user_id: int, on: date) -> bool:
    """Whether another body, or another council, counts on this account today or later."""
    now = Q(ends__isnull=True) | Q(ends__gte=on)
    rows = Membership.objects.filter(now, user_id=user_id)
    with across_councils():
        return bool(rows.exclude(pk__in=memberships_in(charge)).exists())
