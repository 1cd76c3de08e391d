"""Shifts as they were worked; told again, one is corrected by a new line and nothing is removed."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.records.locks import WORKED_SHIFTS, lock_council
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import Action
from whatmatters.shifts.models import WorkedShift
from whatmatters.shifts.queries.evidence import COLUMNS, ShiftFacts, newest
from whatmatters.shifts.services.checking import ShiftGiven, checked
from whatmatters.shifts.services.held import held_scheme

AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many shifts are new, put right, and the same as before."""

    new: int
    corrected: int
    same: int


@transaction.atomic
def record_shifts(
    *, by: Actor, at: datetime, contract_id: int, shifts: Sequence[ShiftGiven]
) -> Recorded:
    """Record shifts of one contract, all or none. One that is known by its reference is corrected,
    or left alone where it says the same: the same file again changes nothing.

    Raises ShiftsNotAllowed, Absent, or what `checked` raises, with the place in `shifts` as `row`.
    """
    lock_council(by.council_id, WORKED_SHIFTS)
    held = held_scheme(by, Action.KEEP_SHIFTS, contract_id, london_day(at))
    given = checked(held, shifts, at)
    known = _known(contract_id, {one.reference for one in given})
    changed = [one for one in given if not _is_same(one, known.get(one.reference))]
    last = WorkedShift.objects.filter(contract_id=contract_id).aggregate(last=Max("shift"))["last"]
    rows, number = [], last or 0
    for one in changed:
        before = known.get(one.reference)
        number += before is None
        place = (number, 1) if before is None else (before.shift, before.revision + 1)
        rows.append(_row(by, at, contract_id, place, one))
    WorkedShift.objects.bulk_create(rows, batch_size=AT_ONCE)
    if rows:
        audit(by=by, at=at, action="shifts.recorded", subject="contract", subject_id=contract_id)
    new = sum(row.revision == 1 for row in rows)
    return Recorded(new, len(rows) - new, len(given) - len(rows))


def _known(contract_id: int, references: set[str]) -> Mapping[str, ShiftFacts]:
    rows = newest([contract_id]).filter(reference__in=references).values_list(*COLUMNS)
    return {one.reference: one for one in (ShiftFacts(*row) for row in rows)}


def _is_same(given: ShiftGiven, before: ShiftFacts | None) -> bool:
    return before is not None and astuple(before)[3:] == astuple(given)


def _row(
    by: Actor, at: datetime, contract_id: int, place: tuple[int, int], given: ShiftGiven
) -> WorkedShift:
    number, revision = place
    told: dict[str, str | date | int] = dict(zip(COLUMNS[3:], astuple(given), strict=True))
    return WorkedShift(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        contract_id=contract_id,
        shift=number,
        revision=revision,
        **told,
    )
