"""Who signs what is there before the demonstration's first day."""

from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.access.queries import Actor


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signs the contracts, the council and health board that pay, from which day."""

    by: Actor
    at: datetime
    payers: tuple[int, int]
    starts: date
