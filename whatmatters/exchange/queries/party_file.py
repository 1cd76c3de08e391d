"""The file of a party's own data: a CSV for each table, what its columns mean, and its figures."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from json import dumps
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.db.models import Q
from django.utils.translation import gettext as _

from whatmatters.exchange.queries.taken_tables import Taken, named
from whatmatters.exchange.queries.taken_words import HEADINGS, TITLES
from whatmatters.frontend.spreadsheets import Cell, csv_lines
from whatmatters.records.holdings import Column, Holding, columns_of, rows_of

IN_MEMORY = 4_000_000
AT_ONCE = 2000


def heading(column: Column) -> str:
    """What a column is called."""
    return str(HEADINGS.get(column.key, column.key))


def cell(value: Any) -> Cell:
    """A value as a spreadsheet takes it: yes and no in words, lists as JSON."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if value is None or isinstance(value, (str, int, Decimal, date, datetime)):
        return value
    return dumps(value, ensure_ascii=False, default=str)


def table_lines(columns: tuple[Column, ...], rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """One table as CSV, safe to open."""
    told = ([cell(value) for value in row] for row in rows)
    return csv_lines([heading(column) for column in columns], told)


@contextmanager
def party_file(
    council_id: int,
    tables: Iterable[tuple[Holding, Q]],
    figures: Iterable[str],
    made_by: str,
) -> Iterator[IO[bytes]]:
    """A zip at its beginning; a large one waits on disk, not in memory, and goes afterwards.

    Who made it stands in the zip's own comment and in every row of what its columns mean.
    """
    with SpooledTemporaryFile(max_size=IN_MEMORY) as made:
        _fill(made, council_id, tables, figures, made_by)
        made.seek(0)
        yield made


def _fill(
    made: IO[bytes],
    council_id: int,
    tables: Iterable[tuple[Holding, Q]],
    figures: Iterable[str],
    made_by: str,
) -> None:
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.comment = made_by.encode()
        method: list[list[Cell]] = []
        for one, chosen in tables:
            columns = columns_of(one, place=False)
            _write(archive, f"{one.key}.csv", table_lines(columns, _rows(council_id, one, chosen)))
            title = str(TITLES.get(one.key, one.key))
            method += [[f"{one.key}.csv", title, heading(c), _meaning(c), made_by] for c in columns]
        _write(archive, "figures.csv", figures)
        names = [_("File"), _("What it holds"), _("Column"), _("What stands in it"), _("Made by")]
        _write(archive, "columns.csv", csv_lines(names, method))


def _rows(council_id: int, one: Holding, chosen: Q) -> Iterator[tuple[Any, ...]]:
    columns = columns_of(one, place=False)
    rows = rows_of(one, chosen, columns)
    while part := tuple(islice(rows, AT_ONCE)):
        yield from named(council_id, [Taken(one.key, columns, part)])[0].rows


def _meaning(column: Column) -> str:
    if column.points_to in ("user", "organisation", "area"):
        return _("A name")
    if column.points_to:
        title = TITLES.get(column.points_to, column.points_to)
        return _("The number of a row of “%(table)s”") % {"table": title}
    if column.is_code:
        return _("A code from a fixed list, in English")
    return _("What was recorded")


def _write(archive: ZipFile, name: str, lines: Iterable[str]) -> None:
    with archive.open(name, "w") as out:
        for line in lines:
            out.write(line.encode())
