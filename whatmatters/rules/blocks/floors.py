"""A block's agreed floor beside the law's, as far as the law's is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from whatmatters.rules.effective import Dated


@dataclass(frozen=True, slots=True)
class FloorSeen:
    """`known_until`: the last day for which the law's floor is known; None: no end is said.

    `under`: the first day on which the agreed one is under it, and the least of that day in pounds.
    """

    known_until: date | None
    under: tuple[date, Decimal] | None


def floor_seen(
    agreed: Fraction, starts: date, last: date, rows: Sequence[Dated[Decimal]]
) -> FloorSeen:
    """What is known of a block's days. Rows are in the order of their days, and leave no gap.

    >>> rows = [Dated(date(2026, 4, 1), date(2027, 3, 31), Decimal("12.71"))]
    >>> floor_seen(Fraction(12), date(2026, 4, 6), date(2027, 4, 4), rows).under
    (datetime.date(2026, 4, 6), Decimal('12.71'))
    """
    ends = [row.ends for row in rows]
    known = None if None in ends else max((day for day in ends if day is not None), default=starts)
    for row in rows:
        day = max(row.starts, starts)
        inside = day <= min(last, row.ends or last)
        if inside and agreed < Fraction(row.value):
            return FloorSeen(known, (day, row.value))
    return FloorSeen(known, None)
