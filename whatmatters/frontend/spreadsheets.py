"""Tables as CSV that a spreadsheet opens and never runs (RFC 4180, UTF-8 with a mark for Excel).

What people wrote may begin like a formula. Such text is given an apostrophe in front, also where
blanks, invisible marks or full-width signs stand before or for the sign. Numbers stay numbers only
when we wrote them as numbers: "-5" typed by somebody is text, -5 counted by us is a number.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

from django.http import HttpResponse
from django.utils.translation import gettext as _

MARK = "\ufeff"
GUARD = "'"
# What a spreadsheet takes for the beginning of a formula, full-width signs read as narrow ones.
SIGNS = frozenset("=+-@")
BREAKS = ("\t", "\r", "\n")
UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})

Cell = str | int | Decimal | date | datetime | None


def guarded(text: str) -> str:
    """Text that no spreadsheet evaluates; `unguarded` gives back what was said."""
    return GUARD + text if _runs(text.lstrip(GUARD)) else text


def unguarded(text: str) -> str:
    """What was said, from a cell that `guarded` wrote."""
    return text[1:] if text.startswith(GUARD) and _runs(text.lstrip(GUARD)) else text


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """One line at a time, the headings first. ValueError: a row of another length, or no number.

    Text is always in quotes, so that no separator of another country splits it.
    """
    yield MARK + _line(columns)
    for row in rows:
        if len(row) != len(columns):
            raise ValueError("a row has one cell for each column")
        yield _line(row)


def spreadsheet(
    name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, made_by: str = ""
) -> HttpResponse:
    """A download called `name`.csv. ValueError for a name that is not plain letters and digits.

    `made_by` stands at the end of every row, so that a row that is cut out still says it.
    """
    if made_by:
        columns, rows = [*columns, _("Made by")], ([*row, made_by] for row in rows)
    if not re.fullmatch(r"[a-z0-9-]+", name):
        raise ValueError("a file is named in small letters, digits and hyphens")
    return HttpResponse(
        "".join(csv_lines(columns, rows)),
        content_type="text/csv; charset=utf-8; header=present",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def _line(cells: Iterable[Cell]) -> str:
    return ",".join(_cell(cell) for cell in cells) + "\r\n"


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return '"' + guarded(cell).replace('"', '""') + '"'
    if isinstance(cell, (int, Decimal)):
        return _number(Decimal(cell))
    if isinstance(cell, datetime) and cell.tzinfo is None:
        raise ValueError("a moment says its time zone")
    return cell.isoformat()


def _number(number: Decimal) -> str:
    if not number.is_finite():
        raise ValueError("a number is finite")
    return format(number, "f")


def _runs(text: str) -> bool:
    if text.startswith(BREAKS):
        return True
    seen = next((c for c in text if unicodedata.category(c) not in UNSEEN), "")
    return unicodedata.normalize("NFKC", seen)[:1] in SIGNS
