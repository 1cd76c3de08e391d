"""A plan's price, taken apart line by line."""

from dataclasses import dataclass
from fractions import Fraction

from whatmatters.rules.commissioning import Input
from whatmatters.rules.commissioning_models.outcome_payments.terms import PlanLine
from whatmatters.rules.money_text import exact_text


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line of the plan with its exact pence and the pounds an hour that it was worked at."""

    line: PlanLine
    rate: Fraction | None
    exact: Fraction

    def inputs(self) -> dict[str, Input]:
        """Figures and codes only; what the line is for stays in the plan."""
        told: dict[str, Input] = {}
        if self.line.funded_by is not None:
            told["funded"] = True
        if self.line.band is not None:
            told["band"] = self.line.band.value
        for key, number in (
            ("hours", self.line.hours),
            ("rate", self.rate),
            ("cost", self.line.cost),
        ):
            if number is not None:
                told[key] = exact_text(number)
        return {**told, "exact_pence": exact_text(self.exact)}


@dataclass(frozen=True, slots=True)
class PriceBreakdown:
    """The lines, their exact sum, and the price in whole pence."""

    lines: tuple[PricedLine, ...]
    exact: Fraction
    pence: int

    def inputs(self) -> list[Input]:
        """Each line's arithmetic, in the plan's order."""
        return [line.inputs() for line in self.lines]
