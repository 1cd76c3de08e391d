"""A timetable of time and task as a flexible plan that mirrors it (R-TN-01).

The hours stay, the clock times go: each need gets its share of the hours over the whole plan. What
a package cost each task is not known, so the shares are equal: a beginning to be changed together.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from whatmatters.rules.minutes import MINUTES_IN_AN_HOUR
from whatmatters.rules.outcomes import Band, Deliverer
from whatmatters.rules.plans import PlannedLine

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Timetable:
    """Calls a day and minutes a call, and the tasks as they were written."""

    calls_per_day: int
    minutes_per_call: int
    tasks: str


def needs_of(tasks: str) -> tuple[str, ...]:
    """What is done, one by one: by lines or semicolons, else by commas and full stops.

    >>> needs_of("Wash and dress; breakfast")
    ('Wash and dress', 'breakfast')
    """
    for pattern in (r"[;\n]", r"[,.]"):
        found = [" ".join(part.split()) for part in re.split(pattern, tasks)]
        kept = tuple(dict.fromkeys(part for part in found if part))
        if len(kept) > 1:
            return kept
    return (" ".join(tasks.split()),)


def hours_of(timetable: Timetable, starts: date, ends: date) -> Decimal:
    """Hours of the timetable from a day to a day, both included, to a hundredth."""
    days = (ends - starts).days + 1
    minutes = timetable.calls_per_day * timetable.minutes_per_call * days
    return (Decimal(minutes) / MINUTES_IN_AN_HOUR).quantize(HUNDREDTH)


def mirrored(
    timetable: Timetable,
    starts: date,
    ends: date,
    *,
    must: Collection[str],
    tolerance_minutes: int | None,
) -> tuple[PlannedLine, ...]:
    """One line for each need; the shares of the hours add up exactly, the first ones a hundredth
    longer where they do not divide. `must` are the needs that must not be missed (R-MO-04)."""
    needs = needs_of(timetable.tasks)
    hundredths = int(hours_of(timetable, starts, ends) * 100)
    each, over = divmod(hundredths, len(needs))
    return tuple(
        PlannedLine(
            what=need,
            deliverer=Deliverer.PROVIDER,
            band=Band.STANDARD,
            hours=Decimal(each + (1 if place < over else 0)) * HUNDREDTH,
            critical=need in must,
            tolerance_minutes=tolerance_minutes if need in must else None,
        )
        for place, need in enumerate(needs)
    )
