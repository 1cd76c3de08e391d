"""Rows that belong to the actor's council; any other is refused as absent."""

from collections.abc import Iterable

from whatmatters.people.models import Person
from whatmatters.rules.refusals import Absent


def owned_person(council_id: int, person_id: int) -> Person:
    """One person of the council. Raises Absent."""
    found = Person.objects.of(council_id).filter(pk=person_id).first()
    if not isinstance(found, Person):
        raise Absent(what="person", id=person_id)
    return found


def check_people(council_id: int, person_ids: Iterable[int]) -> None:
    """Every person is of the council. Raises Absent for the first who is not."""
    asked = set(person_ids)
    held = set(Person.objects.of(council_id).filter(pk__in=asked).values_list("pk", flat=True))
    for missing in sorted(asked - held):
        raise Absent(what="person", id=missing)


def hold_person(council_id: int, person_id: int) -> None:
    """Keep others from writing who stands how to her until this is done. Raises Absent."""
    rows = Person.objects.of(council_id).select_for_update().filter(pk=person_id)
    if not rows.values_list("pk", flat=True).first():
        raise Absent(what="person", id=person_id)
