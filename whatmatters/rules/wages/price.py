"""What an hour of contact costs a provider, and what a price can pay (R-MP-06).

Every share and rate is an input that the page shows with its source. What goes into an hour of
contact follows the published structure: pay for contact, for travel and waiting, holiday, other
costs of pay, National Insurance, pension, miles, running the business, and a surplus.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from whatmatters.rules.periods import WEEKS_IN_A_YEAR
from whatmatters.rules.wages.period import FiguresWrong

OVERHEAD = frozenset({"running", "surplus"})


@dataclass(frozen=True, slots=True)
class CostStructure:
    """Shares from 0 to 1; money in pounds.

    `travel`: paid time between visits as a share of contact time. `holiday` and `other`: shares of
    pay. `insurance` is the employer's rate above `insured_above` pounds a year of one worker, who
    is paid for `hours_a_week`. `pension` is a share of pay. `miles` is pounds for an hour of
    contact. `running` and `surplus` are shares of the price.
    """

    travel: Fraction
    holiday: Fraction
    other: Fraction
    insurance: Fraction
    insured_above: Decimal
    hours_a_week: Decimal
    pension: Fraction
    miles: Decimal
    running: Fraction
    surplus: Fraction

    @property
    def times_wage(self) -> Fraction:
        """Pay for an hour of contact, as so many times the wage."""
        return (1 + self.travel) * (1 + self.holiday + self.other)

    @property
    def free_of_insurance(self) -> Fraction:
        """Pounds of that pay on which no National Insurance is due."""
        an_hour = Fraction(self.insured_above) / WEEKS_IN_A_YEAR / Fraction(self.hours_a_week)
        return an_hour * (1 + self.travel)

    @property
    def left_for_staff(self) -> Fraction:
        """What share of a price is left when the business is run and has its surplus."""
        return 1 - self.running - self.surplus


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the price of an hour of contact, by code, in pounds."""

    code: str
    pounds: Fraction


def price_of(wage: Decimal, cost: CostStructure) -> tuple[Part, ...]:
    """The parts of the least price that pays a wage; they add to it exactly. Raises FiguresWrong.

    Codes: contact, travel, holiday, other, insurance, pension, miles, running, surplus.
    """
    _check(cost)
    hour = Fraction(wage)
    paid = hour * (1 + cost.travel)
    gross = hour * cost.times_wage
    staff = (
        Part("contact", hour),
        Part("travel", hour * cost.travel),
        Part("holiday", paid * cost.holiday),
        Part("other", paid * cost.other),
        Part("insurance", cost.insurance * max(gross - cost.free_of_insurance, Fraction(0))),
        Part("pension", gross * cost.pension),
        Part("miles", Fraction(cost.miles)),
    )
    price = sum((part.pounds for part in staff), Fraction(0)) / cost.left_for_staff
    return (*staff, Part("running", price * cost.running), Part("surplus", price * cost.surplus))


def staff_cost(wage: Decimal, cost: CostStructure) -> Fraction:
    """Pounds of an hour of contact without running and surplus. Raises FiguresWrong."""
    parts = price_of(wage, cost)
    return sum((one.pounds for one in parts if one.code not in OVERHEAD), Fraction(0))


def wage_from(price: Decimal, cost: CostStructure) -> Fraction:
    """The highest wage, pounds an hour, that a price of an hour of contact pays; 0 at the least.

    Raises FiguresWrong.
    """
    _check(cost)
    for_pay = Fraction(price) * cost.left_for_staff - Fraction(cost.miles)
    if for_pay <= 0:
        return Fraction(0)
    without = for_pay / (1 + cost.pension)
    if without <= cost.free_of_insurance:
        return without / cost.times_wage
    insured = for_pay + cost.insurance * cost.free_of_insurance
    return insured / (1 + cost.pension + cost.insurance) / cost.times_wage


def front_line_share(wage: Fraction, price: Decimal, cost: CostStructure) -> Fraction:
    """What share of a price is pay for contact, travel, waiting and holiday of those who visit."""
    paid = wage * (1 + cost.travel) * (1 + cost.holiday)
    return paid / Fraction(price)


def _check(cost: CostStructure) -> None:
    if cost.left_for_staff <= 0:
        raise FiguresWrong(field="running", why="nothing_left_for_staff")
    if cost.hours_a_week <= 0:
        raise FiguresWrong(field="hours_a_week", why="no_time")
