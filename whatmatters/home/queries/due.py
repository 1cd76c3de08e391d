"""What is due with the people of a list: their plans, and packages that nobody has changed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from whatmatters.delivery.queries import static_packages
from whatmatters.outcomes.queries.due_people import due_with
from whatmatters.outcomes.queries.due_person import DueFacts, DueKind
from whatmatters.rules.outcomes import Party

ORDER = list(DueKind)


def due_of(
    council_id: int,
    people: "Iterable[int] | QuerySet[Any, Any]",
    party: Party,
    *,
    on: date,
    provider_id: int | None = None,
) -> dict[int, DueFacts]:
    """The most pressing thing of each person, the most pressing first. A package is asked about
    (R-TT-04) of those who work for the council alone."""
    found = list(due_with(council_id, people, party, on=on, provider_id=provider_id).values())
    if party is Party.COUNCIL:
        found += packages_due(council_id, people, on=on)
    by_person: dict[int, DueFacts] = {}
    for due in sorted(found, key=lambda due: (ORDER.index(due.kind), due.on, due.person_id)):
        by_person.setdefault(due.person_id, due)
    return by_person


def packages_due(
    council_id: int, people: "Iterable[int] | QuerySet[Any, Any]", *, on: date
) -> list[DueFacts]:
    """Packages that nobody has changed for long, the oldest first: is each still right?"""
    return [
        DueFacts(one.person_id, 0, None, DueKind.PACKAGE_UNCHANGED, one.unchanged_since)
        for one in static_packages(council_id, on=on, people=people)
    ]
