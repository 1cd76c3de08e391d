"""Finding a council, an organisation or a user by what an administrator types."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from whatmatters.access.models import Membership, Organisation, User
from whatmatters.rules.names import name_words
from whatmatters.rules.roles import Role


@dataclass(frozen=True, slots=True)
class HeldRole:
    """One role of one user in one council."""

    membership_id: int
    role: str
    organisation: str
    starts: str
    ends: str


def user_called(username: str) -> int | None:
    """The id of the user who signs in by this name."""
    rows = User.objects.filter(username=username.strip().lower())
    found: int | None = rows.values_list("pk", flat=True).first()
    return found


def organisation_called(council_id: int, name: str) -> int | None:
    """The id of an organisation by its name in either language."""
    rows = Organisation.objects.of(council_id).filter(Q(name_en=name) | Q(name_cy=name))
    found: int | None = rows.values_list("pk", flat=True).first()
    return found


@dataclass(frozen=True, slots=True)
class NamedBody:
    """An organisation found by its name."""

    id: int
    kind: str


def organisations_called(council_id: int, names: Iterable[str]) -> dict[str, NamedBody]:
    """Organisations of a council by their English names, in one query."""
    rows = Organisation.objects.of(council_id).filter(name_en__in=list(names))
    return {row.name_en: NamedBody(row.pk, row.kind) for row in rows}


def users_of_council(council_id: int, names: Iterable[str]) -> dict[str, int]:
    """Ids of those who sign in by these names and hold or held a role in the council."""
    wanted = [name.strip().lower() for name in names]
    held = Membership.objects.of(council_id).filter(user__username__in=wanted)
    return dict(held.values_list("user__username", "user_id"))


def account_called(
    council_id: int,
    username: str,
    name: str,
    role: Role,
    on: date,
    organisation_id: int | None = None,
) -> int | None:
    """The id of the open account with exactly this user name that holds a role on a day, in an
    organisation where one is named.

    None also where the account has another name: accents and capitals are forgiven, no word is.
    """
    rows = Membership.objects.of(council_id).filter(
        Q(ends__isnull=True) | Q(ends__gte=on),
        starts__lte=on,
        role=role,
        user__username=username.strip().lower(),
        user__is_active=True,
    )
    if organisation_id is not None:
        rows = rows.filter(organisation_id=organisation_id)
    found = rows.values_list("user_id", "user__display_name").first()
    return found[0] if found and name_words(found[1]) == name_words(name) else None


def roles_held(council_id: int, user_id: int) -> tuple[HeldRole, ...]:
    """Every role of a user in a council, in the order given."""
    rows = Membership.objects.of(council_id).filter(user_id=user_id).select_related("organisation")
    return tuple(
        HeldRole(
            membership_id=row.pk,
            role=row.role,
            organisation=row.organisation.name_en if row.organisation else "",
            starts=row.starts.isoformat(),
            ends=row.ends.isoformat() if row.ends else "",
        )
        for row in rows.order_by("id")
    )
