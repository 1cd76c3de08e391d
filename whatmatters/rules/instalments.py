"""A year's price in 13 equal instalments, whatever the dates.

Source: case-files, "Instalment k of 13 = round(the year's price x k / 13) - the earlier ones".
"""

from whatmatters.rules.money import half_up_quotient
from whatmatters.rules.periods import PERIODS_IN_A_YEAR


def taken_after(price: int, instalments: int) -> int:
    """The pence of a year's price that so many instalments have taken together.

    >>> [taken_after(100000, k) for k in (0, 1, 2, 13)]
    [0, 7692, 15385, 100000]
    """
    return half_up_quotient(price * instalments, PERIODS_IN_A_YEAR)


def instalment_of(price: int, number: int) -> int:
    """Instalment `number` (1 to 13) of a year's price, in pence; all 13 add back to it."""
    return taken_after(price, number) - taken_after(price, number - 1)
