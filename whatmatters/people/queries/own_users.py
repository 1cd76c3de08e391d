"""The accounts by which a person acts for herself."""

from whatmatters.people.models import PersonLink
from whatmatters.rules.people import LinkKind


def own_users(council_id: int, person_id: int) -> frozenset[int]:
    """Users who are or were this person (one query)."""
    rows = PersonLink.objects.of(council_id).filter(person_id=person_id, kind=LinkKind.SELF)
    return frozenset(rows.values_list("user_id", flat=True))
