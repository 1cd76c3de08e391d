"""Who works for an organisation in a role, and how to write to them at work."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from whatmatters.access.models import Membership
from whatmatters.rules.roles import Role


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """Somebody at work: `email` is "" where none is known."""

    user_id: int
    organisation_id: int
    email: str
    language: str


def staff_of(
    council_id: int, organisation_ids: Iterable[int], role: Role, on: date
) -> tuple[StaffFacts, ...]:
    """Who holds a role in some organisations on a day and may sign in, in one query."""
    rows = Membership.objects.of(council_id).filter(
        Q(ends__isnull=True) | Q(ends__gte=on),
        starts__lte=on,
        role=role,
        organisation_id__in=set(organisation_ids),
        user__is_active=True,
    )
    columns = ("user_id", "organisation_id", "user__email", "user__language")
    return tuple(StaffFacts(*row) for row in rows.order_by("id").values_list(*columns))
