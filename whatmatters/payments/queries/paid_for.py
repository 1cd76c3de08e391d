"""Whose support a released run pays for."""

from collections.abc import Iterable

from whatmatters.payments.models import RunLine
from whatmatters.rules.lifecycles import RunState


def paid_for(council_id: int, run_ids: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Pairs of run and person that have a line that is not held, in one query."""
    rows = RunLine.objects.of(council_id).filter(
        run_id__in=list(run_ids),
        run__state=RunState.RELEASED,
        held=False,
        agreement__person_id__isnull=False,
    )
    pairs = rows.order_by("run_id", "agreement__person_id").distinct()
    return tuple(pairs.values_list("run_id", "agreement__person_id"))
