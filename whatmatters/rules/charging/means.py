"""What somebody has each week and what must be left to her: the two nations' rules read these."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from whatmatters.rules.charging.refusals import ChargeFiguresWrong
from whatmatters.rules.charging.values import Rate, Step


class Allowance(StrEnum):
    """The amounts of which an English minimum income guarantee is made."""

    SINGLE_18_24 = "single_18_24"
    SINGLE_25_TO_PENSION = "single_25_to_pension"
    SINGLE_PENSION_AGE = "single_pension_age"
    DISABILITY_PREMIUM = "disability_premium"
    ENHANCED_DISABILITY_PREMIUM = "enhanced_disability_premium"
    CARER_PREMIUM = "carer_premium"
    DEPENDENT_CHILD = "dependent_child"


BY_AGE = (Allowance.SINGLE_18_24, Allowance.SINGLE_25_TO_PENSION, Allowance.SINGLE_PENSION_AGE)


@dataclass(frozen=True, slots=True)
class Means:
    """One financial assessment, in pounds (a week, except `capital`).

    `income` is what counts: earnings, mobility payments and the like are left out before. The
    `allowances` are an English person's, `basic_entitlement` a Welsh one's. `minimum_income` is
    what the council's own notice says must be left to her, used where it is given in place of
    `allowances`. `declined`: she did not wish her means to be looked at, so that only caps hold.
    """

    income: Decimal = Decimal(0)
    capital: Decimal = Decimal(0)
    housing_costs: Decimal = Decimal(0)
    disability_costs: Decimal = Decimal(0)
    allowances: tuple[Allowance, ...] = ()
    minimum_income: Decimal | None = None
    basic_entitlement: Decimal | None = None
    declined: bool = False


@dataclass(frozen=True, slots=True)
class Affordable:
    """What she can afford in a week, in exact pence; None: her means set no limit.

    `national_cap` is the most that the nation lets anybody be charged. `rates` are what was used.
    """

    pence: Fraction | None
    national_cap: Fraction | None
    steps: tuple[Step, ...]
    rates: tuple[Rate, ...]


FIGURES = ("income", "capital", "housing_costs", "disability_costs")


def check_means(means: Means, nation: str) -> None:
    """Raises ChargeFiguresWrong where a figure is negative, or what must be left is not said."""
    for name in (*FIGURES, "minimum_income", "basic_entitlement"):
        figure = getattr(means, name)
        if figure is not None and figure < 0:
            raise ChargeFiguresWrong(field=name, why="negative")
    if means.declined:
        return
    if nation == "wales" and means.basic_entitlement is None:
        raise ChargeFiguresWrong(field="basic_entitlement", why="missing")
    if nation == "england" and means.minimum_income is None and _of_age(means) != 1:
        raise ChargeFiguresWrong(field="allowances", why="missing")


def _of_age(means: Means) -> int:
    """How many of the three amounts by age were chosen: there is one for everybody."""
    return sum(means.allowances.count(one) for one in BY_AGE)
