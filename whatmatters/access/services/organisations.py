"""Making organisations, users and the roles that users hold."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from whatmatters.access.models import Organisation
from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.refusals import NameInUse, NotOfThisCouncil
from whatmatters.access.services.additions import audit_each
from whatmatters.access.services.gate import must_look_after_body, must_manage_users
from whatmatters.rules.roles import OrganisationKind, Origin


@dataclass(frozen=True, slots=True)
class OrganisationGiven:
    """A body as one council knows it, in both languages."""

    kind: OrganisationKind
    name_en: str
    name_cy: str
    origin: Origin = Origin.REAL


@dataclass(frozen=True, slots=True)
class OrganisationRenamed:
    """The names of an organisation from now on; what is None stays."""

    organisation_id: int
    name_en: str | None = None
    name_cy: str | None = None


@transaction.atomic
def add_organisations(
    *, by: Actor, at: datetime, organisations: Sequence[OrganisationGiven]
) -> list[int]:
    """Make organisations of the actor's council; ids in the order given.

    Raises NotAllowed, NameInUse, and NotLookedAfter for a provider's administrator.
    """
    must_manage_users(by)
    must_look_after_body(by, [None])
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
    with _names_once():
        made = Organisation.objects.bulk_create(rows)
    return audit_each(by, at, "added", "organisation", [row.pk for row in made])


@transaction.atomic
def rename_organisations(
    *, by: Actor, at: datetime, renamed: Sequence[OrganisationRenamed]
) -> None:
    """Give organisations of the actor's council other names.

    Raises NotAllowed, NotOfThisCouncil, NameInUse, and NotLookedAfter for an administrator of
    another body.
    """
    must_manage_users(by)
    must_look_after_body(by, [one.organisation_id for one in renamed])
    rows = Organisation.objects.of(by.council_id).in_bulk([one.organisation_id for one in renamed])
    for one in renamed:
        if one.organisation_id not in rows:
            raise NotOfThisCouncil(subject="organisation")
        row = rows[one.organisation_id]
        row.name_en = row.name_en if one.name_en is None else one.name_en
        row.name_cy = row.name_cy if one.name_cy is None else one.name_cy
    with _names_once():
        Organisation.objects.bulk_update(rows.values(), ["name_en", "name_cy"])
    audit_each(by, at, "renamed", "organisation", sorted(rows))


@contextmanager
def _names_once() -> Iterator[None]:
    """A council knows each organisation by a name of its own. Raises NameInUse."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as twice:
        raise NameInUse() from twice
