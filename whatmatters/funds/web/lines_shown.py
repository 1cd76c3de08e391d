"""Lines of a fund as they stand on a statement, on paper and in a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.frontend.spreadsheets import Cell
from whatmatters.funds.queries import AgreedTold, LineTold
from whatmatters.rules.days import london_day
from whatmatters.rules.funds.account import LineKind
from whatmatters.rules.money import PENCE_IN_A_POUND

PENNIES = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line: pence in or out (the other is None), and what was left after it."""

    number: int
    on: date
    what: str
    said: str
    seller: str
    of: str
    paid_in: int | None
    paid_out: int | None
    left: int
    note: str
    by: str
    written: date


def line_rows(lines: Sequence[LineTold], agreed: Iterable[AgreedTold]) -> list[LineRow]:
    """Every line in the order in which it was written."""
    names = user_names({line.by_id for line in lines})
    spends = {one.id: one.what for one in agreed}
    numbers = {line.id: line.place for line in lines}
    righted = {line.reverses_id: line.place for line in lines if line.reverses_id}
    return [
        LineRow(
            number=line.place,
            on=line.on,
            what=_what(line, numbers),
            said=line.what_for,
            seller=line.seller,
            of=_of(line, spends),
            paid_in=line.pence if line.pence > 0 else None,
            paid_out=-line.pence if line.pence < 0 else None,
            left=line.left,
            note=_note(righted.get(line.id)),
            by=names[line.by_id],
            written=london_day(line.at),
        )
        for line in lines
    ]


def _what(line: LineTold, numbers: dict[int, int]) -> str:
    if line.kind is LineKind.REVERSED:
        return _("Line %(number)s put right") % {"number": numbers[line.reverses_id or 0]}
    return {
        LineKind.PAID_IN: _("Instalment %(number)s of 13 came in") % {"number": line.instalment},
        LineKind.FEE: _("For keeping the account"),
        LineKind.CARRIED_IN: _("Carried over from the year before"),
        LineKind.SPENT: _("Spent"),
        LineKind.CARRIED_OUT: _("Carried over into the next year"),
        LineKind.RETURNED: _("Goes back to those who paid"),
    }[line.kind]


def _of(line: LineTold, spends: dict[int, str]) -> str:
    """The agreed spend, where the line itself says something else."""
    agreed = spends.get(line.agreed_id or 0, "")
    return "" if agreed == line.what_for or line.reverses_id else agreed


def _note(righted: int | None) -> str:
    return _("Put right by line %(number)s") % {"number": righted} if righted else ""


def sums(lines: Sequence[LineTold]) -> list[tuple[str, int]]:
    """What came in, was taken and was spent: what still counts, adding to what is left."""
    parts = {
        _("Came in"): (LineKind.PAID_IN, LineKind.CARRIED_IN),
        _("For keeping the account"): (LineKind.FEE,),
        _("Spent"): (LineKind.SPENT,),
        _("Carried over or gone back"): (LineKind.CARRIED_OUT, LineKind.RETURNED),
    }
    told = [
        (words, sum(line.pence for line in lines if line.counts and line.kind in kinds))
        for words, kinds in parts.items()
    ]
    return [(words, pence) for words, pence in told if pence]


def columns() -> list[str]:
    """The headings of the spreadsheet."""
    return [
        _("Line"),
        _("Day"),
        _("What"),
        _("What for"),
        _("Who sold it"),
        _("Agreed spend"),
        _("In, in pounds"),
        _("Out, in pounds"),
        _("Left, in pounds"),
        _("Put right"),
        _("Written by"),
        _("Written on"),
    ]


def sheet_rows(rows: Iterable[LineRow]) -> Iterator[tuple[Cell, ...]]:
    """Each line as cells."""
    for row in rows:
        yield (
            row.number,
            row.on,
            row.what,
            row.said,
            row.seller,
            row.of,
            _pounds(row.paid_in),
            _pounds(row.paid_out),
            _pounds(row.left),
            row.note,
            row.by,
            row.written,
        )


def _pounds(pence: int | None) -> Decimal | None:
    if pence is None:
        return None
    return (Decimal(pence) / PENCE_IN_A_POUND).quantize(PENNIES)
