"""Verbs of shifts: sign for a contract's shifts, change the terms, end; record what was worked."""

from whatmatters.shifts.services.changing import change_shift_terms
from whatmatters.shifts.services.checking import ShiftGiven
from whatmatters.shifts.services.ending import end_shifts
from whatmatters.shifts.services.opening import ShiftsGiven, open_shifts
from whatmatters.shifts.services.recording import Recorded, correct_shift, record_shifts
from whatmatters.shifts.services.signing import sign_shifts

__all__ = [
    "Recorded",
    "ShiftGiven",
    "ShiftsGiven",
    "change_shift_terms",
    "correct_shift",
    "end_shifts",
    "open_shifts",
    "record_shifts",
    "sign_shifts",
]
