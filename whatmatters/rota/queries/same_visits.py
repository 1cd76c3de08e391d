"""One visit in several versions of a plan: a newer version keeps its number, not its row."""

from collections.abc import Collection, Mapping

from whatmatters.rota.models import AgreedVisit

WHICH = ("plan__person_id", "plan__provider_id", "number")


def same_visits(council_id: int, today: Collection[int]) -> Mapping[int, int]:
    """Of each visit's rows, by any version, the one that is among `today` (two queries)."""
    every = AgreedVisit.objects.of(council_id)
    now = {tuple(which): pk for pk, *which in every.filter(pk__in=today).values_list("pk", *WHICH)}
    hers = every.filter(plan__person_id__in={person for person, *_ in now})
    return {
        pk: now[tuple(which)]
        for pk, *which in hers.values_list("pk", *WHICH)
        if tuple(which) in now
    }
