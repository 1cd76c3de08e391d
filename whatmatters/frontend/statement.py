"""A line of a statement that opens to its arithmetic, as the page takes it from a presenter."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SumRow:
    """One figure of a sum: what went in, the figure as shown, and where it comes from."""

    what: str
    figure: str
    source: str = ""
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Sums:
    """A small table of arithmetic under its own title. `heads` are the three column heads."""

    title: str
    rows: tuple[SumRow, ...]
    heads: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `pence` is paid (negative: taken); `extra` stands small below it.

    `flag` is a kind and its words; `paragraphs` come before the tables, `after` behind them.
    """

    what: str
    note: str
    pence: int
    extra: str = ""
    flag: tuple[str, str] | None = None
    paragraphs: tuple[str, ...] = ()
    tables: tuple[Sums, ...] = ()
    after: tuple[str, ...] = ()
    is_open: bool = False
