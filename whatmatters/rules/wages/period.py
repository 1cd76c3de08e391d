"""One worker's pay reference period against the wage floor (R-EC-02).

The law asks for pay that counts over hours that count, in the whole period and not visit by visit:
a high rate for a visit can make up for travel that is not paid. So a second test stands beside it,
which the law does not make: whether travel and waiting are paid for by themselves.
Source: National Minimum Wage Regulations 2015, as `policy/national/wages.toml` says of each rule.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from whatmatters.rules.minutes import MINUTES_IN_A_DAY, MINUTES_IN_AN_HOUR
from whatmatters.rules.money import PENCE_IN_A_POUND
from whatmatters.rules.refusals import Refusal


class FiguresWrong(Refusal):
    """Figures that cannot be true together: FiguresWrong(field=, why=)."""

    code = "wage_figures_wrong"

    def __init__(self, *, field: str, why: str) -> None:
        super().__init__(field=field, why=why)
        self.field, self.why = field, why


@dataclass(frozen=True, slots=True)
class PayPeriod:
    """What is known of a period: whole minutes, and pence before tax.

    `waiting`: gaps too short to be her own. `training`: with supervision and being told to come
    early. From home to the first visit and back, and breaks that are hers, belong nowhere here.
    `pay` is all of it without what is given back for miles; `premium` is the part for evenings or
    Sundays that lies above her usual rate, `for_travel` the part named for travel and waiting.
    `own_costs`: what she paid for the work and was not given back.
    """

    starts: date
    ends: date
    contact: int
    travel: int
    waiting: int
    training: int
    pay: int
    premium: int
    for_travel: int
    own_costs: int

    @property
    def minutes(self) -> int:
        """Minutes that count."""
        return self.contact + self.travel + self.waiting + self.training

    @property
    def counted(self) -> int:
        """Pence that count; below zero where her costs were more than her pay."""
        return self.pay - self.premium - self.own_costs


@dataclass(frozen=True, slots=True)
class PayTest:
    """What comes out. `hourly`, `floor` and `short_by` are pounds an hour; `owed` whole pence.

    `travel_hourly` is pounds for an hour of travel and waiting; None where there was none.
    """

    minutes: int
    counted: int
    hourly: Fraction
    floor: Decimal
    short_by: Fraction
    owed: int
    travel_hourly: Fraction | None
    travel_is_paid: bool

    @property
    def meets(self) -> bool:
        """Whether the floor is kept."""
        return self.owed == 0


def assess_pay(period: PayPeriod, *, floor: Decimal, most_days: int) -> PayTest:
    """Both tests of one period. Raises FiguresWrong.

    `floor` is the one of the period's first day, which holds for the whole period; a period is of
    `most_days` at most. What is owed is rounded up to a whole penny: a part of one is short too.
    """
    _check(period, most_days)
    hourly = _pounds_an_hour(period.counted, period.minutes)
    least = Fraction(floor)
    needed = least * PENCE_IN_A_POUND * period.minutes / MINUTES_IN_AN_HOUR
    short = max(needed - period.counted, Fraction(0))
    between = period.travel + period.waiting
    travelled = _pounds_an_hour(period.for_travel, between) if between else None
    return PayTest(
        minutes=period.minutes,
        counted=period.counted,
        hourly=hourly,
        floor=floor,
        short_by=max(least - hourly, Fraction(0)),
        owed=-(-short.numerator // short.denominator),
        travel_hourly=travelled,
        travel_is_paid=travelled is None or travelled >= least,
    )


def _pounds_an_hour(pence: int, minutes: int) -> Fraction:
    return Fraction(pence * MINUTES_IN_AN_HOUR, PENCE_IN_A_POUND * minutes)


def _check(period: PayPeriod, most_days: int) -> None:
    days = (period.ends - period.starts).days + 1
    if days < 1:
        raise FiguresWrong(field="ends", why="before_the_first")
    if days > most_days:
        raise FiguresWrong(field="ends", why="longer_than_a_month")
    if period.minutes < 1:
        raise FiguresWrong(field="contact", why="no_time")
    if period.minutes > days * MINUTES_IN_A_DAY:
        raise FiguresWrong(field="contact", why="more_than_the_days_hold")
    if period.premium > period.pay:
        raise FiguresWrong(field="premium", why="more_than_the_pay")
    if period.for_travel > period.pay:
        raise FiguresWrong(field="for_travel", why="more_than_the_pay")
