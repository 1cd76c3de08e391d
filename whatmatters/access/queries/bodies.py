"""Which organisations are of a council."""

from collections.abc import Iterable

from whatmatters.access.models import Organisation


def organisations_among(council_id: int, ids: Iterable[int]) -> frozenset[int]:
    """Those of the ids that are organisations of this council."""
    rows = Organisation.objects.of(council_id).filter(pk__in=set(ids))
    return frozenset(rows.values_list("pk", flat=True))
