"""Shifts of four weeks as they are read: three ways side by side, and how each leans."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from django.utils.functional import Promise

from whatmatters.rules.commissioning_models.shift_split import (
    Divided,
    Method,
    Shift,
    as_paid,
    by_every_method,
    divided,
    leaned,
)
from whatmatters.shifts.queries import SchemeFacts, ShiftFacts
from whatmatters.shifts.web.words import ABOUT, METHODS


@dataclass(frozen=True, slots=True)
class Way:
    """One way of dividing: what each pays, and the NHS's part if minutes were of the other kind."""

    name: str | Promise
    about: str | Promise
    in_force: bool
    told: Divided | None
    more_health: int | None
    less_health: int | None


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """One shift, and its division; without one `why` says what keeps it from being paid."""

    facts: ShiftFacts
    free: int
    told: Divided | None
    why: str


def ways(
    scheme: SchemeFacts, shifts: Iterable[Shift], lean: Fraction, in_force: Method
) -> list[Way]:
    """Each method over the same shifts."""
    terms, told = scheme.terms, tuple(shifts)
    now = by_every_method(terms, told)
    more = by_every_method(terms, [leaned(one, lean) for one in told])
    less = by_every_method(terms, [leaned(one, -lean) for one in told])
    return [
        Way(
            name=METHODS[one],
            about=ABOUT[one],
            in_force=one is in_force,
            told=now[one],
            more_health=_nhs_moved(now[one], more[one]),
            less_health=_nhs_moved(now[one], less[one]),
        )
        for one in Method
    ]


def paid_together(scheme: SchemeFacts, shifts: Iterable[Shift]) -> Divided | None:
    """What each pays, by the method of each shift's own day."""
    return as_paid(scheme.terms, shifts)


def payable(scheme: SchemeFacts, rows: Iterable[ShiftFacts]) -> list[Shift]:
    """Those that a run pays as they stand."""
    return [one.as_ruled for one in rows if not _why_not(scheme, one)]


def shift_rows(scheme: SchemeFacts, rows: Iterable[ShiftFacts]) -> Iterator[ShiftRow]:
    """Each shift, divided by the method of its day."""
    agreement = scheme.terms
    for one in rows:
        why, terms = _why_not(scheme, one), agreement.terms_on(one.on)
        told = None if why else divided(one.as_ruled, terms)[terms.method]
        yield ShiftRow(one, one.paid - one.social - one.health - one.travel, told, why)


def _why_not(scheme: SchemeFacts, one: ShiftFacts) -> str:
    if not one.length:
        return "not_worked"
    if not scheme.holds(one.on):
        return "outside"
    return "" if one.tier in scheme.terms.terms_on(one.on).tiers else "no_rate"


def _nhs_moved(now: Divided | None, then: Divided | None) -> int | None:
    return None if now is None or then is None else then.nhs - now.nhs
