"""Where people live, for one purpose only: how long the way to them takes. Never shown.

Whoever asks leaves out those whose address is hidden, so that no way tells where they live.
"""

from collections.abc import Iterable

from whatmatters.people.models import Person


def points_of(council_id: int, person_ids: Iterable[int]) -> dict[int, tuple[float, float]]:
    """Latitude and longitude by person id (one query)."""
    rows = Person.objects.of(council_id).filter(pk__in=set(person_ids))
    told = rows.values_list("pk", "latitude", "longitude")
    return {pk: (float(north), float(east)) for pk, north, east in told}
