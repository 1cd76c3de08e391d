"""Rows of the published tables, with a named refusal for whatever cannot be read."""

import csv
import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from whatmatters.places.queries.refusals import Expected, LocalityBadFile, LocalityFileMissing

DATA = Path(__file__).resolve().parent.parent / "data"

Value = TypeVar("Value")


def rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Row number (1 = the first below the heading) and row of a gzipped CSV with these columns."""
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines, restval="")
            _refuse_missing(path, columns, reader.fieldnames or [])
            yield from enumerate(reader, start=1)
    except FileNotFoundError:
        raise LocalityFileMissing(file=path.name, folder=str(path.parent)) from None
    except (gzip.BadGzipFile, zlib.error, EOFError, UnicodeDecodeError, csv.Error) as problem:
        raise LocalityBadFile(
            file=path.name, row=0, expected=Expected.GZIPPED_CSV, found=problem
        ) from problem


def cell(
    path: Path,
    row: int,
    expected: Expected,
    read: Callable[[str], Value],
    text: str,
    name: str = "",
) -> Value:
    """The value of one cell, or a refusal that says what was expected (of the column `name`)."""
    try:
        return read(text)
    except (ValueError, ArithmeticError):
        raise LocalityBadFile(
            file=path.name, row=row, expected=expected, name=name, found=text
        ) from None


def _refuse_missing(path: Path, columns: Sequence[str], found: Sequence[str]) -> None:
    missing = [column for column in columns if column not in found]
    if missing:
        raise LocalityBadFile(
            file=path.name,
            row=0,
            expected=Expected.COLUMNS,
            name=", ".join(missing),
            found=", ".join(found),
        )
