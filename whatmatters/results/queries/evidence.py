"""What a run reads of results: the counts that were agreed to, and since when they count."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.results.models import ResultAgreed, ResultYes
from whatmatters.results.queries.groups import Groups, read_groups
from whatmatters.results.queries.schemes import measured
from whatmatters.rules.days import london_day

COUNT = tuple(f"count__{one}" for one in ("contract_id", "measured", "revision"))
FIGURES = ("count__events", "count__people", "count__groups", "at")


@dataclass(frozen=True, slots=True)
class ResultSeen:
    """A measured period, its days, and what was agreed last. `on`: the day of the first yes, in
    whose four weeks it is paid; a count that was put right since keeps that day."""

    measured: int
    first: date
    last: date
    on: date
    events: int
    people: int
    groups: Groups = ()


def results_seen(starts: Mapping[int, date]) -> dict[int, tuple[ResultSeen, ...]]:
    """By contract, given the first day of each; in two queries."""
    agreed = ResultAgreed.objects.filter(contract_id__in=sorted(starts))
    weeks = dict(agreed.values_list("contract_id", "weeks"))
    rows = ResultYes.objects.filter(count__contract_id__in=sorted(starts)).order_by(*COUNT)
    held: dict[int, dict[int, ResultSeen]] = {}
    for contract, number, _revision, *told in rows.values_list(*COUNT, *FIGURES):
        events, people, groups, at = told
        known = held.setdefault(contract, {})
        days = measured(starts[contract], weeks[contract], number)
        on = known[number].on if number in known else london_day(at)
        known[number] = ResultSeen(
            number, days.start, days.last_day, on, events, people, read_groups(groups)
        )
    return {contract: tuple(known.values()) for contract, known in held.items()}


def results_changed(council_id: int, since: datetime) -> frozenset[int]:
    """Contracts of which a count was agreed to at or after a moment."""
    rows = ResultYes.objects.of(council_id).filter(at__gte=since)
    return frozenset(rows.values_list("count__contract_id", flat=True))
