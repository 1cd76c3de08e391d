"""Shifts as they were worked; told again, one is corrected by a new line and nothing is removed."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.records.locks import WORKED_SHIFTS, lock_council
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import Action
from whatmatters.rules.references import key
from whatmatters.rules.refusals import Absent
from whatmatters.shifts.models import WorkedShift
from whatmatters.shifts.queries.evidence import COLUMNS, ShiftFacts
from whatmatters.shifts.queries.refusals import ShiftChanged, ShiftKnown
from whatmatters.shifts.queries.told import known_shifts, one_shift
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
    *,
    by: Actor,
    at: datetime,
    contract_id: int,
    shifts: Sequence[ShiftGiven],
    new: bool = False,
) -> Recorded:
    """Record shifts of one contract, all or none. One that is known by its reference is corrected
    on its day, or left alone where it says the same: the same file again changes nothing.
    `new`: whoever tells them knows of none, so that none is corrected unseen.

    Raises ShiftsNotAllowed, Absent, ShiftKnown, or what `checked` raises, with the place in
    `shifts` as `row`.
    """
    lock_council(by.council_id, WORKED_SHIFTS)
    held = held_scheme(by, Action.KEEP_SHIFTS, contract_id, london_day(at))
    known = known_shifts(contract_id)
    given = checked(held, shifts, at, known)
    both = [(known.get(key(one.reference)), one) for one in given]
    for row, (before, one) in enumerate(both):
        if new and before is not None and not _is_same(one, before):
            raise ShiftKnown(reference=before.reference, on=before.on, row=row)
    return _write(by, at, contract_id, both)


@transaction.atomic
def correct_shift(
    *, by: Actor, at: datetime, contract_id: int, shift: int, seen: int, given: ShiftGiven
) -> Recorded:
    """Put one right that somebody had before them, also onto another day; `seen` is the revision
    that they saw. It keeps its reference, whatever `given` says.

    Raises ShiftsNotAllowed, Absent, ShiftChanged, or what `checked` raises.
    """
    lock_council(by.council_id, WORKED_SHIFTS)
    held = held_scheme(by, Action.KEEP_SHIFTS, contract_id, london_day(at))
    before = one_shift(contract_id, str(shift))
    if before is None:
        raise Absent(what="shift", id=shift)
    if before.revision != seen:
        raise ShiftChanged(reference=before.reference)
    told = checked(held, [replace(given, reference=before.reference)], at, {})
    return _write(by, at, contract_id, [(before, one) for one in told])


def _write(
    by: Actor,
    at: datetime,
    contract_id: int,
    given: Iterable[tuple[ShiftFacts | None, ShiftGiven]],
) -> Recorded:
    last = WorkedShift.objects.filter(contract_id=contract_id).aggregate(last=Max("shift"))["last"]
    rows, number, same = [], last or 0, 0
    for before, one in given:
        if _is_same(one, before):
            same += 1
            continue
        number += before is None
        place = (number, 1) if before is None else (before.shift, before.revision + 1)
        named = one if before is None else replace(one, reference=before.reference)
        rows.append(_row(by, at, contract_id, place, named))
    WorkedShift.objects.bulk_create(rows, batch_size=AT_ONCE)
    if rows:
        audit(by=by, at=at, action="shifts.recorded", subject="contract", subject_id=contract_id)
    first = sum(row.revision == 1 for row in rows)
    return Recorded(first, len(rows) - first, same)


def _is_same(given: ShiftGiven, before: ShiftFacts | None) -> bool:
    """All but the reference, which is kept as it was told first."""
    return before is not None and astuple(before)[4:] == astuple(given)[1:]


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
