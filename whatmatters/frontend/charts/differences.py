"""Differences under one another, each with the interval it likely lies in, around a line at 0."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from whatmatters.frontend.charts.chart import Chart, place
from whatmatters.frontend.charts.interval import LEFT, RIGHT, SLACK
from whatmatters.frontend.charts.ranges import AXIS, ROW, TO_LINE, TOP, Drawn, Range, scale_end

MIDDLE = (LEFT + RIGHT) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceChart(Chart):
    """The rows in their order, and below them the scale from less over 0 to more."""

    template: ClassVar[str] = "frontend/charts/differences.html"
    rows: tuple[Drawn, ...]
    foot: int
    height: int
    ticks: tuple[tuple[str, str], ...]


def difference_chart(
    ranges: Sequence[Range], *, words: Callable[[int], str], title: str, summary: str
) -> DifferenceChart | None:
    """The chart, as far to the left of 0 as to the right; None where no row can be told.

    `words` writes a number of the scale. ValueError for an amount outside its interval.
    """
    told = [one for one in ranges if one.value is not None]
    if not told:
        return None
    end = scale_end(max(max(abs(one.low), abs(one.high)) for one in told))
    foot = TOP + ROW * (len(ranges) - 1) + TO_LINE
    return DifferenceChart(
        rows=tuple(_drawn(one, TOP + ROW * n, end) for n, one in enumerate(ranges)),
        foot=foot,
        height=foot + AXIS,
        ticks=tuple((_along(at, end), words(at)) for at in (-end, 0, end)),
        title=title,
        summary=summary,
    )


def _along(amount: float, end: int) -> str:
    return place(MIDDLE + (RIGHT - MIDDLE) * amount / end)


def _drawn(one: Range, y: int, end: int) -> Drawn:
    if one.value is None:
        return Drawn(one.words, y)
    if not one.low - SLACK <= one.value <= one.high + SLACK:
        raise ValueError(f"{one.value} does not lie between {one.low} and {one.high}")
    return Drawn(one.words, y, _along(one.value, end), _along(one.low, end), _along(one.high, end))
