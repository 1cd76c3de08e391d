"""Which accounts are joined to a record on a day, and who wrote it down."""

from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.people.models import PersonLink
from whatmatters.people.queries.relationships import in_force
from whatmatters.rules.people import LinkKind


@dataclass(frozen=True, slots=True)
class JoinedFacts:
    """One account that is the person's own, or somebody's who is let in."""

    id: int
    user_id: int
    kind: LinkKind
    relationship: str
    starts: date
    by_id: int
    at: datetime


def joined_to(council_id: int, person_id: int, on: date) -> tuple[JoinedFacts, ...]:
    """Accounts joined to one person's record, the longest first (one query)."""
    found = PersonLink.objects.of(council_id).filter(in_force(on), person_id=person_id)
    columns = ("pk", "user_id", "kind", "relationship", "starts", "by_id", "at")
    rows = found.order_by("starts", "id").values_list(*columns)
    return tuple(
        JoinedFacts(pk, user, LinkKind(kind), words, starts, by, at)
        for pk, user, kind, words, starts, by, at in rows
    )
