"""Keeping what people are found by in step with their names."""

from collections.abc import Iterable

from whatmatters.people.models import NameKey, Person
from whatmatters.rules.names import name_keys


def write_name_keys(people: Iterable[Person]) -> None:
    """Make the keys of these people anew: two queries, whoever they are and however many."""
    rows = list(people)
    NameKey.objects.filter(person_id__in=[row.pk for row in rows]).delete()
    NameKey.objects.bulk_create(
        NameKey(council_id=row.council_id, person_id=row.pk, key=key)
        for row in rows
        for key in sorted(name_keys(row.full_name, row.known_as))
    )
