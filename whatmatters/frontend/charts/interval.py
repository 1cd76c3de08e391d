"""A share with the interval it likely lies in, on a line from 0% to 100%."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from whatmatters.frontend.charts.chart import Chart, place

Share = Fraction | Decimal | float
LEFT, RIGHT = 10.0, 390.0
# An interval worked out in floats may miss its own end by less than can be drawn.
SLACK = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalBar(Chart):
    """Where the dot and the ends of the bar stand, in the units of the drawing."""

    template: ClassVar[str] = "frontend/charts/interval.html"
    dot: str
    low: str
    high: str


def along(share: Share) -> str:
    """Where a share of 0 to 1 stands on the line. ValueError outside 0 to 1."""
    if not -SLACK <= share <= 1 + SLACK:
        raise ValueError(f"{share} is not a share of 0 to 1")
    return place(LEFT + (RIGHT - LEFT) * float(share))


def interval_bar(*, value: Share, low: Share, high: Share, label: str = "") -> IntervalBar:
    """The bar for `value` likely between `low` and `high`. Words beside it must say the same."""
    if not float(low) - SLACK <= float(value) <= float(high) + SLACK:
        raise ValueError(f"{value} does not lie between {low} and {high}")
    return IntervalBar(dot=along(value), low=along(low), high=along(high), title=label)
