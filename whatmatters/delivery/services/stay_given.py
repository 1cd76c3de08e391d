"""A hospital stay to be recorded."""

from dataclasses import dataclass
from datetime import date

from whatmatters.rules.refusals import Refusal


class StayAlreadyRecorded(Refusal):
    """A stay of this person that begins on this day is known: StayAlreadyRecorded(people=)."""

    code = "stay_already_recorded"


@dataclass(frozen=True, slots=True)
class StayGiven:
    """One stay, from the day of admission to the day of discharge, where that is known."""

    person_id: int
    admitted: date
    discharged: date | None = None
