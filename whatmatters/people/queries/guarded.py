"""Where people live, for one purpose only: to find words that quote it. Never shown."""

from collections.abc import Iterable

from whatmatters.people.models import Person


def postcodes_to_guard(council_id: int, person_ids: Iterable[int]) -> dict[int, str]:
    """The postcodes of people whose address is hidden, by person id (one query)."""
    rows = Person.objects.of(council_id).filter(pk__in=set(person_ids))
    return dict(rows.values_list("pk", "postcode"))
