"""How long somebody's own money lasts, until the law asks the council to look at paying (R-SF-03).

An estimate, in whole weeks: what comes in and what else is spent stay as they are, and the price of
support rises once a year by the share that is said. Nobody is charged by it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from whatmatters.rules.money import half_up


@dataclass(frozen=True, slots=True)
class OwnMoney:
    """Savings in pence; what comes in, is spent beside support, and support costs, a week in pence.

    `rise` is the share by which the price of support rises each year.
    """

    savings: int
    comes_in: int
    goes_out: int
    support: int
    rise: Fraction

    @property
    def weekly(self) -> int:
        """What savings gain in the first week; less than nothing where they fall."""
        return self.comes_in - self.goes_out - self.support


def weeks_until(money: OwnMoney, limit: int, *, weeks_in_a_year: int, most: int) -> int | None:
    """After how many weeks savings are at the limit or below it; 0 where they are already.

    None where that takes longer than `most` weeks, or never comes.
    """
    savings, support = money.savings, money.support
    for week in range(most + 1):
        if savings <= limit:
            return week
        if week and week % weeks_in_a_year == 0:
            support = half_up(support * (1 + money.rise))
        savings += money.comes_in - money.goes_out - support
    return None


def day_after(weeks: int, today: date) -> date:
    """The day that is so many weeks from today."""
    return today + timedelta(weeks=weeks)
