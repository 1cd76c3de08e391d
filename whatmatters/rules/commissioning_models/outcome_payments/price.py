"""The plan's price: the exact sum of its lines, rounded once. Hours delivered are never read."""

from collections.abc import Iterable
from fractions import Fraction

from whatmatters.rules.commissioning_models.outcome_payments.price_breakdown import (
    PriceBreakdown,
    PricedLine,
)
from whatmatters.rules.commissioning_models.outcome_payments.terms import Band, PlanLine, Terms
from whatmatters.rules.money import half_up, pence

NOTHING = Fraction(0)


def plan_price(
    lines: Iterable[PlanLine],
    *,
    standard_rate: Fraction | None,
    specialist_rate: Fraction | None,
) -> PriceBreakdown:
    """What the lines cost at the agreed rates (pounds an hour).

    100 hours at 22.40, 20 at 27.15 and a funded lunch club: 224000 + 54300 + 0 = 278300 pence.
    """
    rates = {Band.STANDARD: standard_rate, Band.SPECIALIST: specialist_rate}
    priced = tuple(_priced(line, rates) for line in lines)
    exact = sum((line.exact for line in priced), NOTHING)
    return PriceBreakdown(priced, exact, half_up(exact))


def price_of(terms: Terms) -> PriceBreakdown:
    """The price of a whole plan."""
    return plan_price(
        terms.plan, standard_rate=terms.standard_rate, specialist_rate=terms.specialist_rate
    )


def payable_price(terms: Terms, payable: frozenset[str]) -> PriceBreakdown:
    """The price of the lines that serve at least one payable outcome."""
    return plan_price(
        (line for line in terms.plan if payable.intersection(line.serves)),
        standard_rate=terms.standard_rate,
        specialist_rate=terms.specialist_rate,
    )


def _priced(line: PlanLine, rates: dict[Band, Fraction | None]) -> PricedLine:
    rate = None if line.band is None else rates[line.band]
    if line.funded_by is not None:
        return PricedLine(line, rate, NOTHING)
    if line.cost is not None:
        return PricedLine(line, None, pence(line.cost))
    if rate is None or line.hours is None:
        raise ValueError("a line without its rate or hours: check was not asked")
    return PricedLine(line, rate, pence(line.hours * rate))
