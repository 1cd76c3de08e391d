"""What a plan's lines come to, by the one arithmetic that also pays (R-WI-04)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from whatmatters.commissioning.queries import pays_a_block, rates_on
from whatmatters.commissioning.queries.refusals import RateMissing
from whatmatters.rules.commissioning_models.outcome_payments import (
    Band as ModelBand,
)
from whatmatters.rules.commissioning_models.outcome_payments import (
    PlanLine,
    PriceBreakdown,
    plan_price,
)
from whatmatters.rules.outcomes import Band
from whatmatters.rules.plans import PlannedLine

PENCE = 100


class Prices:
    """Rates by contract and day, each read once. A contract that pays a block has none: what is
    planned under it has no price of its own."""

    def __init__(self) -> None:
        self._read: dict[tuple[int, date], dict[Band, Decimal]] = {}
        self._block: dict[int, bool] = {}

    def of(self, contract_id: int, on: date, lines: Iterable[PlannedLine]) -> PriceBreakdown:
        """The price of lines at the rates of a day. Raises RateMissing(band, on)."""
        rates = self._rates(contract_id, on)
        kept = tuple(lines)
        if not rates and self._pays_a_block(contract_id):
            return plan_price(
                (PlanLine(what="", cost=Fraction(0)) for _ in kept),
                standard_rate=None,
                specialist_rate=None,
            )
        for line in kept:
            if line.band is not None and not line.funded_by and line.band not in rates:
                raise RateMissing(band=line.band, on=on)
        standard, specialist = rates.get(Band.STANDARD), rates.get(Band.SPECIALIST)
        return plan_price(
            (_model_line(line) for line in kept),
            standard_rate=None if standard is None else Fraction(standard),
            specialist_rate=None if specialist is None else Fraction(specialist),
        )

    def _pays_a_block(self, contract_id: int) -> bool:
        if contract_id not in self._block:
            self._block[contract_id] = pays_a_block(contract_id)
        return self._block[contract_id]

    def _rates(self, contract_id: int, on: date) -> dict[Band, Decimal]:
        key = (contract_id, on)
        if key not in self._read:
            self._read[key] = rates_on(contract_id, on)
        return self._read[key]


def _model_line(line: PlannedLine) -> PlanLine:
    """Nobody is paid for an unpriced line: it costs 0."""
    cost = None if line.cost is None else Fraction(line.cost, PENCE)
    unpriced = line.band is None and line.cost is None
    return PlanLine(
        what="",
        band=None if line.band is None else ModelBand(str(line.band)),
        hours=None if line.hours is None else Fraction(line.hours),
        cost=Fraction(0) if unpriced else cost,
        funded_by=line.funded_by or None,
    )
