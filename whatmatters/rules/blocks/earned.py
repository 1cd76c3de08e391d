"""What a price of a block's year earns on its days."""

from datetime import date

from whatmatters.rules.blocks.year import instalments
from whatmatters.rules.commissioning_models.patch_block import instalment_due
from whatmatters.rules.periods import PERIOD_DAYS


def earned(price: int, year_starts: date, starts: date, last_day: date) -> int:
    """Pence of the instalments whose first day lies in the days; the last one by its days.

    >>> earned(1300, date(2026, 4, 6), date(2026, 5, 4), date(2026, 7, 12))
    250
    """
    due = 0
    for number, first in instalments(year_starts):
        if starts <= first <= last_day:
            days = (last_day - first).days + 1
            due += instalment_due(price, number, days if days < PERIOD_DAYS else None)
    return due
