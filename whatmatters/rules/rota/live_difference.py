"""What a new plan of a day changes for whom: another worker, another time, nobody any more."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from whatmatters.rules.rota.days_work import starts_of
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.problem import Problem


@dataclass(frozen=True, slots=True)
class Came:
    """When a visit is to start, and who comes."""

    start: float
    workers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """One visit that changes. None: nobody was to come, or comes now."""

    visit: str
    before: Came | None
    after: Came | None

    @property
    def minutes(self) -> float:
        """By how many minutes the start moves; later is above 0."""
        return self.after.start - self.before.start if self.before and self.after else 0

    @property
    def somebody_else(self) -> bool:
        """Whether who comes is not who was to come."""
        return bool(self.before and self.after and self.before.workers != self.after.workers)


def who_comes(problem: Problem, plan: Plan) -> dict[str, Came]:
    """Each planned visit with its start and its workers."""
    workers: dict[str, set[str]] = {}
    for shift, stop in plan.stops():
        workers.setdefault(stop.visit, set()).add(problem.shifts[shift].worker)
    starts = starts_of(plan)
    return {visit: Came(starts[visit], frozenset(who)) for visit, who in workers.items()}


def changes(before: Mapping[str, Came], after: Mapping[str, Came]) -> tuple[Change, ...]:
    """Every visit whose time or worker changes, the earliest first."""
    found = [
        Change(visit, before.get(visit), after.get(visit))
        for visit in {**before, **after}
        if before.get(visit) != after.get(visit)
    ]
    return tuple(sorted(found, key=_when))


def to_ring(found: Collection[Change], within: float) -> tuple[Change, ...]:
    """Those to whom something was promised that is not kept: beyond `within` minutes, by somebody
    else, or not at all."""
    return tuple(
        one
        for one in found
        if one.before and (one.after is None or one.somebody_else or abs(one.minutes) > within)
    )


def _when(change: Change) -> tuple[float, str]:
    known = change.before or change.after
    return (known.start if known else 0, change.visit)


def is_kept(start: float, worker: str, after: Came | None, within: float) -> bool:
    """Whether what was told still holds: near that time, and by the worker who was named."""
    if after is None or abs(after.start - start) > within:
        return False
    return not worker or worker in after.workers
