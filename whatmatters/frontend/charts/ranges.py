"""Several amounts under one another, each with the interval it likely lies in, on one scale."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from whatmatters.frontend.charts.chart import Chart, place
from whatmatters.frontend.charts.interval import LEFT, RIGHT, SLACK

# Units of the drawing: a row, its first line, from a row's words to its line, and the scale.
ROW, TOP, TO_LINE, AXIS = 54, 20, 32, 36
# The last number of the scale is one of these, ten times, a hundred times ...
ENDS = (1, 2, 4, 5, 10)


@dataclass(frozen=True, slots=True)
class Range:
    """One amount, 0 or more, likely between `low` and `high`; None: too few to tell."""

    words: str
    value: float | None = None
    low: float = 0
    high: float = 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """One row: its words, the height of its bar, and where dot and ends stand; "" untold."""

    words: str
    y: int
    dot: str = ""
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeChart(Chart):
    """The rows in their order, and the scale below them."""

    template: ClassVar[str] = "frontend/charts/ranges.html"
    rows: tuple[Drawn, ...]
    foot: int
    height: int
    ticks: tuple[tuple[str, str], ...]


def range_chart(
    ranges: Sequence[Range], *, words: Callable[[int], str], title: str, summary: str
) -> RangeChart | None:
    """The chart from 0 to a round number past the longest bar; None where no row can be told.

    `words` writes a number of the scale. ValueError for an amount outside its interval.
    """
    told = [one for one in ranges if one.value is not None]
    if not told:
        return None
    end = scale_end(max(one.high for one in told))
    foot = TOP + ROW * (len(ranges) - 1) + TO_LINE
    return RangeChart(
        rows=tuple(_drawn(one, TOP + ROW * n, end) for n, one in enumerate(ranges)),
        foot=foot,
        height=foot + AXIS,
        ticks=tuple((along(at, end), words(at)) for at in (0, end // 2, end)),
        title=title,
        summary=summary,
    )


def scale_end(longest: float) -> int:
    """The first round and even number that is not below the longest: 10, 20, 40, 50, 100 ..."""
    tens = 10
    while True:
        for end in ENDS:
            if end * tens >= longest:
                return end * tens
        tens *= 10


def along(amount: float, end: int) -> str:
    """Where an amount stands on the line."""
    return place(LEFT + (RIGHT - LEFT) * amount / end)


def _drawn(one: Range, y: int, end: int) -> Drawn:
    if one.value is None:
        return Drawn(one.words, y)
    if one.low < 0 or not one.low - SLACK <= one.value <= one.high + SLACK:
        raise ValueError(f"{one.value} does not lie between {one.low} and {one.high}")
    return Drawn(one.words, y, along(one.value, end), along(one.low, end), along(one.high, end))
