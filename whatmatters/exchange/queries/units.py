"""Rows as records: each cell read by its column; the rows of one plan together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries.cells import cleaned, must_be_value
from whatmatters.exchange.queries.columns import MISSING, Change, Column, Kind, canonical
from whatmatters.exchange.queries.file_rows import is_blank
from whatmatters.exchange.queries.problems import Problems, Wrong

TOO_MANY_CELLS = _("no more cells than there are headings")
DIFFERS = _("the same as in row {row}, which belongs to the same record")


@dataclass(slots=True)
class Unit:
    """One record of a file: its first row's number, and the values of each of its rows.

    `ids` holds our ids of what its columns name, once they are looked up.
    """

    key: str
    number: int
    rows: list[dict[str, Any]]
    bad: bool = False
    ids: dict[str, Any] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, Any]:
        """The values of the first row."""
        return self.rows[0]

    def said(self, kind: Kind) -> dict[str, str]:
        """What each column says, in one form; of a record of several rows all their lines."""
        if not kind.together:
            lasting = (c for c in kind.columns if c.change is not Change.FIRST)
            return {c.name: _text(self.values[c.name]) for c in lasting}
        found = {name: _text(self.values[name]) for name in sorted(kind.together)}
        lines = [c.name for c in kind.columns[1:] if c.name not in kind.together]
        rows = ["|".join(_text(row[name]) for name in lines) for row in self.rows]
        return found | {"lines": "\n".join(rows)}


def units_in(
    kind: Kind,
    places: dict[str, int],
    rows: Iterable[tuple[int, list[str]]],
    file: str,
    problems: Problems,
) -> Iterator[Unit]:
    """Every record of a file, bad ones too: what names them is then not called unknown."""
    width = max(places.values()) + 1
    open_unit: Unit | None = None
    for number, cells in rows:
        if is_blank(cells):
            continue
        unit = _unit(kind, places, number, cells, file, problems)
        if not is_blank(cells[width:]):
            problems.add(file, number, "", ",".join(cells[width:]), TOO_MANY_CELLS)
            unit.bad = True
        if open_unit is not None and kind.together and unit.key == open_unit.key:
            _join(kind, open_unit, unit, file, problems)
            continue
        if open_unit is not None:
            yield open_unit
        open_unit = unit
    if open_unit is not None:
        yield open_unit


def _unit(
    kind: Kind,
    places: dict[str, int],
    number: int,
    cells: Sequence[str],
    file: str,
    problems: Problems,
) -> Unit:
    values: dict[str, Any] = {}
    bad = False
    for column in kind.columns:
        place = places.get(column.name)
        text = cleaned(cells[place]) if place is not None and place < len(cells) else ""
        try:
            values[column.name] = _value(column, text)
        except Wrong as wrong:
            problems.add(file, number, column.name, text, wrong.expected)
            values[column.name] = None
            bad = True
    return Unit(str(values[kind.key.name] or ""), number, [values], bad)


def _value(column: Column, text: str) -> object:
    if not text:
        if column.needed:
            raise Wrong(MISSING)
        return None
    must_be_value(text)
    return column.read(text)


def _join(kind: Kind, first: Unit, more: Unit, file: str, problems: Problems) -> None:
    """Put another row to its record: what belongs to the whole record has to be the same."""
    for name in sorted(kind.together):
        if more.values[name] != first.values[name]:
            expected = format_lazy(DIFFERS, row=first.number)
            problems.add(file, more.number, name, _text(more.values[name]), expected)
            first.bad = True
    first.bad = first.bad or more.bad
    first.rows += more.rows


def _text(value: object) -> str:
    return "" if value is None else canonical(value)
