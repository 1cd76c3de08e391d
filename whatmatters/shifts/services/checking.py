"""A shift that is given, and what it may not say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from whatmatters.rules.days import must_be_reached
from whatmatters.rules.minutes import MINUTES_IN_A_DAY
from whatmatters.rules.references import key, plain
from whatmatters.rules.words import words
from whatmatters.shifts.queries.evidence import ShiftFacts
from whatmatters.shifts.queries.refusals import (
    MoreThanWasPaid,
    OutsideShifts,
    ShiftElsewhere,
    ShiftImpossible,
    ShiftTwice,
    UnknownTier,
)
from whatmatters.shifts.queries.schemes import SchemeFacts

LONGEST = 40
MOST_WORKERS = 99
MOST_MINUTES = MOST_WORKERS * MINUTES_IN_A_DAY


@dataclass(frozen=True, slots=True)
class ShiftGiven:
    """One shift of one tier. `length`: minutes that each of its `staff` is paid for, 0 where it was
    not worked after all; `social`, `health`, `travel`: minutes of all of them together."""

    reference: str
    on: date
    tier: str
    staff: int
    length: int
    social: int
    health: int
    travel: int


def checked(
    held: SchemeFacts,
    shifts: Sequence[ShiftGiven],
    at: datetime,
    known: Mapping[str, ShiftFacts],
) -> tuple[ShiftGiven, ...]:
    """The same, each with its reference made plain; or the first that cannot be, by its place.

    Raises ShiftTwice, ShiftElsewhere, DayNotReached, OutsideShifts, UnknownTier, ShiftImpossible,
    MoreThanWasPaid, or what words refuse.
    """
    check, found = Check(held, at, known), []
    for row, given in enumerate(shifts):
        found.append(check.one(given, row))
    return tuple(found)


class Check:
    """Shifts of one contract that are given together, looked at one after the other; those that are
    `known`, by the key of their references, stay on their days."""

    def __init__(self, held: SchemeFacts, at: datetime, known: Mapping[str, ShiftFacts]) -> None:
        self.held, self.at, self.known = held, at, known
        self.terms = held.terms
        self.seen: set[str] = set()

    def one(self, given: ShiftGiven, row: int) -> ShiftGiven:
        """The shift with its reference made plain. Raises what `checked` does."""
        name = words("reference", plain(given.reference), longest=LONGEST)
        told, same = replace(given, reference=name), key(name)
        if same in self.seen:
            raise ShiftTwice(reference=name, row=row)
        before = self.known.get(same)
        if before is not None and before.on != told.on:
            raise ShiftElsewhere(reference=before.reference, on=before.on, row=row)
        must_be_reached(told.on, self.at)
        if not self.held.holds(told.on):
            raise OutsideShifts(on=told.on, row=row)
        if told.tier not in self.terms.terms_on(told.on).tiers:
            raise UnknownTier(tier=told.tier, row=row)
        _check_minutes(told, row)
        self.seen.add(same)
        return told


def _check_minutes(given: ShiftGiven, row: int) -> None:
    most = {"staff": MOST_WORKERS, "length": MINUTES_IN_A_DAY}
    for field in ("staff", "length", "social", "health", "travel"):
        least = 1 if field == "staff" else 0
        if not least <= getattr(given, field) <= most.get(field, MOST_MINUTES):
            raise ShiftImpossible(field=field, row=row)
    told, paid = given.social + given.health + given.travel, given.staff * given.length
    if told > paid:
        raise MoreThanWasPaid(told=told, most=paid, row=row)
