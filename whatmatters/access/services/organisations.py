"""Making organisations, users and the roles that users hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from whatmatters.access.models import Organisation
from whatmatters.access.queries.actor import Actor
from whatmatters.access.services.additions import audit_each
from whatmatters.access.services.gate import must_manage_users
from whatmatters.rules.roles import OrganisationKind, Origin


@dataclass(frozen=True, slots=True)
class OrganisationGiven:
    """A body as one council knows it, in both languages."""

    kind: OrganisationKind
    name_en: str
    name_cy: str
    origin: Origin = Origin.REAL


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
    return audit_each(by, at, "added", "organisation", [row.pk for row in made])
