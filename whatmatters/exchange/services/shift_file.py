"""A file of shifts: all of it or nothing, and the same file again changes nothing."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from whatmatters.access.queries import Actor
from whatmatters.exchange.queries.problems import Problems
from whatmatters.exchange.queries.shift_rows import read_shifts
from whatmatters.policy.imports import most_problems
from whatmatters.shifts.queries import SchemeFacts
from whatmatters.shifts.services import Recorded, record_shifts


@dataclass(slots=True)
class ShiftsTaken:
    """What is wrong, every row of it; or how many shifts are new, put right, and the same."""

    problems: Problems = field(default_factory=lambda: Problems(most_problems()))
    recorded: Recorded = field(default_factory=lambda: Recorded(0, 0, 0))


def take_in_shifts(
    *, by: Actor, at: datetime, name: str, file: BinaryIO, scheme: SchemeFacts
) -> ShiftsTaken:
    """Record what the file says of a contract's shifts. Nothing where anything is wrong.

    Raises what recording refuses, such as ShiftsNotAllowed.
    """
    told = ShiftsTaken()
    shifts = read_shifts(file, name, scheme, at, told.problems)
    if shifts and not told.problems.count:
        told.recorded = record_shifts(by=by, at=at, contract_id=scheme.id, shifts=shifts)
    return told
