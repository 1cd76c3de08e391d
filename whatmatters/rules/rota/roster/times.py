"""Times of several days, as minutes that pass since the midnight with which the first begins."""

from dataclasses import dataclass, field
from datetime import date

from whatmatters.rules.rota.clock import (
    NoSuchTime,
    face_minutes,
    minutes_between,
    minutes_of,
    time_fault,
)
from whatmatters.rules.rota.faults import Fault


@dataclass(frozen=True, slots=True)
class Times:
    """Reads times; what is none is kept as a fault of its record, and read as midnight."""

    first: date
    faults: list[Fault] = field(default_factory=list)

    def on(self, day: date, told: str, where: str) -> float:
        """Minutes that pass from the first midnight to a time of a day."""
        try:
            return minutes_between(self.first, day) + minutes_of(day, told)
        except NoSuchTime as error:
            self.faults.append(time_fault(where, told, error))
            return 0

    def face(self, day: date, told: str) -> float:
        """The same time on the clock of its day; 0 where it is none, which `on` has said."""
        try:
            return face_minutes(told, day)
        except NoSuchTime:
            return 0
