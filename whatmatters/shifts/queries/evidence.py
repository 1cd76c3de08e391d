"""What a run reads of shifts: day, tier, paid minutes, and the minutes that divide their cost."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from whatmatters.rules.commissioning_models.shift_split import Shift
from whatmatters.shifts.models import WorkedShift

COLUMNS = (
    *("contract_id", "shift", "revision", "reference", "on", "tier", "staff", "length"),
    *("social", "health", "travel"),
)


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """One shift as it was told last; `length` is each worker's, the rest is all of theirs."""

    contract_id: int
    shift: int
    revision: int
    reference: str
    on: date
    tier: str
    staff: int
    length: int
    social: int
    health: int
    travel: int

    @property
    def paid(self) -> int:
        """Minutes that are paid for, of all who worked it."""
        return self.staff * self.length

    @property
    def as_ruled(self) -> Shift:
        """As the rules read it, under a name without anybody's words."""
        return Shift(
            id=f"shift:{self.shift}",
            on=self.on,
            tier=self.tier,
            paid=self.paid,
            social=self.social,
            health=self.health,
            travel=self.travel,
        )


def newest(contract_ids: Iterable[int]) -> Any:
    """The last revision of each shift of these contracts."""
    later = WorkedShift.objects.filter(
        contract=OuterRef("contract"), shift=OuterRef("shift"), revision__gt=OuterRef("revision")
    )
    return WorkedShift.objects.filter(~Exists(later), contract_id__in=sorted(set(contract_ids)))


def shifts_seen(
    contract_ids: Iterable[int], first: date, last: date
) -> dict[int, tuple[Shift, ...]]:
    """Shifts that were worked from a day to a day, by contract, in one query."""
    rows = newest(contract_ids).filter(on__gte=first, on__lte=last, length__gt=0)
    found: dict[int, list[Shift]] = {}
    for told in rows.order_by("contract_id", "on", "shift").values_list(*COLUMNS):
        one = ShiftFacts(*told)
        found.setdefault(one.contract_id, []).append(one.as_ruled)
    return {contract: tuple(shifts) for contract, shifts in found.items()}


def shifts_changed(council_id: int, since: datetime, before: date) -> frozenset[int]:
    """Contracts of which a shift of an earlier day was told at or after a moment, or moved away
    from one."""
    moved = WorkedShift.objects.filter(
        contract=OuterRef("contract"),
        shift=OuterRef("shift"),
        revision__lt=OuterRef("revision"),
        on__lt=before,
    )
    rows = WorkedShift.objects.of(council_id).filter(
        Q(on__lt=before) | Exists(moved), at__gte=since
    )
    return frozenset(rows.values_list("contract_id", flat=True))
