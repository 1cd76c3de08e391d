"""Shifts as their page shows them: those of some days, or one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from whatmatters.rules.references import key
from whatmatters.shifts.models import WorkedShift
from whatmatters.shifts.queries.evidence import COLUMNS, ShiftFacts, newest

MOST_DIGITS = 9


def shifts_told(contract_id: int, first: date, last: date) -> tuple[ShiftFacts, ...]:
    """Each as it was told last, also one that was not worked after all; the newest day first."""
    rows = newest([contract_id]).filter(on__gte=first, on__lte=last).order_by("-on", "shift")
    return tuple(ShiftFacts(*row) for row in rows.values_list(*COLUMNS))


def known_shifts(contract_id: int) -> Mapping[str, ShiftFacts]:
    """Each of a contract as it was told last, by the key of its reference."""
    found = (ShiftFacts(*row) for row in newest([contract_id]).values_list(*COLUMNS))
    return {key(one.reference): one for one in found}


@dataclass(frozen=True, slots=True)
class Said:
    """A shift as it was told once: by whom, and when."""

    facts: ShiftFacts
    at: datetime
    by_id: int


def ever_told(contract_id: int, shifts: Iterable[ShiftFacts]) -> tuple[Said, ...]:
    """All that was told of those of these shifts that were put right, the newest of each first."""
    numbers = [one.shift for one in shifts if one.revision > 1]
    if not numbers:
        return ()
    rows = WorkedShift.objects.filter(contract_id=contract_id, shift__in=numbers)
    told = rows.order_by("shift", "-revision").values_list(*COLUMNS, "at", "by_id")
    return tuple(Said(ShiftFacts(*row[:-2]), *row[-2:]) for row in told)


def one_shift(contract_id: int, number: str) -> ShiftFacts | None:
    """One by its number in the contract, as an address has it."""
    plain = number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS
    if not plain:
        return None
    row = newest([contract_id]).filter(shift=int(number)).values_list(*COLUMNS).first()
    return ShiftFacts(*row) if row else None


def left_without(contract_id: int, first: date, tiers: Iterable[str]) -> tuple[ShiftFacts, ...]:
    """Worked shifts of a day and after whose tier is none of these, the first day first."""
    rows = newest([contract_id]).filter(on__gte=first, length__gt=0).exclude(tier__in=list(tiers))
    return tuple(ShiftFacts(*row) for row in rows.order_by("on", "shift").values_list(*COLUMNS))


def newest_day(contract_id: int) -> date | None:
    """The last day of which a shift is told."""
    found: date | None = newest([contract_id]).aggregate(last=Max("on"))["last"]
    return found
