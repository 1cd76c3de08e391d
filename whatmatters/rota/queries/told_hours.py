"""When workers can work, as was told: the oldest first, for the rules to say what holds."""

from collections.abc import Iterable, Mapping

from whatmatters.rota.models import Availability, Leave
from whatmatters.rota.queries.delivery import days_of
from whatmatters.rules.rota.roster import told


def available(worker_ids: Iterable[int]) -> Mapping[int, tuple[told.Available, ...]]:
    """What each worker told of hours and contract (two queries); none of who told nothing."""
    rows = Availability.objects.filter(worker_id__in=set(worker_ids)).order_by("id")
    found: dict[int, tuple[told.Available, ...]] = {}
    for row in rows.prefetch_related("hours"):
        hours = sorted((one.day, one.starts, one.ends) for one in row.hours.all())
        one = told.Available(
            row.starts,
            row.least,
            row.most,
            tuple(told.Hours(*each) for each in hours),
            days_of(row.rather_not),
            row.by_id,
            row.at,
        )
        found[row.worker_id] = (*found.get(row.worker_id, ()), one)
    return found


def leave(worker_ids: Iterable[int]) -> Mapping[int, tuple[told.Leave, ...]]:
    """What was told of each worker's leave (one query)."""
    rows = Leave.objects.filter(worker_id__in=set(worker_ids)).order_by("id")
    found: dict[int, tuple[told.Leave, ...]] = {}
    for worker_id, first, last, away in rows.values_list("worker_id", "first", "last", "away"):
        found[worker_id] = (*found.get(worker_id, ()), told.Leave(first, last, away))
    return found
