"""Counts as their page shows them: the newest of each measured period, and all before it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from whatmatters.results.models import ResultCount, ResultYes
from whatmatters.results.queries.groups import Groups, read_groups

COLUMNS = ("id", "measured", "revision", "events", "people", "left_out", "groups", "by_id", "at")


@dataclass(frozen=True, slots=True)
class Counted:
    """One measured period as it was counted once: by whom, and when."""

    id: int
    measured: int
    revision: int
    events: int
    people: int
    left_out: int
    groups: Groups
    by_id: int
    at: datetime

    @property
    def figures(self) -> tuple[int, int, int, Groups]:
        """What was told."""
        return self.events, self.people, self.left_out, self.groups


@dataclass(frozen=True, slots=True)
class Said:
    """A count, and who agreed to it and when, if anybody did."""

    count: Counted
    agreed_by: int | None
    agreed_at: datetime | None


def ever_told(contract_id: int) -> tuple[Said, ...]:
    """All that was told of a contract's periods, the newest of each first. Two queries."""
    rows = ResultCount.objects.filter(contract_id=contract_id).order_by("measured", "-revision")
    found = ResultYes.objects.filter(count__contract_id=contract_id)
    yes = {pk: (by, at) for pk, by, at in found.values_list("count_id", "by_id", "at")}
    told = (
        Counted(**row | {"groups": read_groups(row["groups"])}) for row in rows.values(*COLUMNS)
    )
    return tuple(Said(one, *yes.get(one.id, (None, None))) for one in told)


def counted(said: Iterable[Said]) -> Mapping[int, Said]:
    """The newest of each measured period."""
    found: dict[int, Said] = {}
    for one in said:
        found.setdefault(one.count.measured, one)
    return found


def one_count(contract_id: int, number: int) -> Said | None:
    """The newest of one measured period, as an address or a form names it."""
    return counted(ever_told(contract_id)).get(number)
