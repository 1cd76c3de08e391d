"""Empty files with the right headings, and a page in both languages that explains each column."""

from dataclasses import dataclass
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import translation

from whatmatters.exchange.queries.columns import Change, Column, Kind
from whatmatters.exchange.queries.kinds import KINDS
from whatmatters.exchange.queries.problems import Words
from whatmatters.frontend.spreadsheets import csv_lines
from whatmatters.rules.file_kinds import FileKind

PAGES = {"en-gb": "columns.html", "cy": "colofnau.html"}


@dataclass(frozen=True, slots=True)
class ColumnTold:
    """One column as the page about the files tells it."""

    name: str
    needed: bool
    about: Words
    example: str
    change: Words
    instead: Words


@dataclass(frozen=True, slots=True)
class KindTold:
    """One kind of file with its columns."""

    code: FileKind
    title: Words
    about: Words
    columns: tuple[ColumnTold, ...]


def kinds_told() -> tuple[KindTold, ...]:
    """Every kind of file, in the order in which they are taken in."""
    return tuple(_kind(kind) for kind in KINDS.values())


def template_of(kind: FileKind) -> str:
    """An empty file of one kind: its headings, and a mark so that spreadsheets read UTF-8."""
    return "".join(csv_lines([column.name for column in KINDS[kind].columns], []))


def write_templates(folder: Path) -> list[str]:
    """Write an empty file of each kind and the page in both languages; the paths written.

    A file that is there already is left alone: somebody may have filled it in.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in empty_files().items():
        path = folder / name
        if path.exists():
            continue
        path.write_text(text, encoding="utf-8", newline="")
        written.append(str(path))
    return written


def empty_files() -> dict[str, str]:
    """An empty file of each kind and the page about them in both languages, by file name."""
    texts = {f"{kind}.csv": template_of(kind) for kind in KINDS}
    for language, name in PAGES.items():
        with translation.override(language):
            told = {"kinds": kinds_told(), "lang": language[:2]}
            texts[name] = render_to_string("exchange/columns_alone.html", told)
    return texts


def _kind(kind: Kind) -> KindTold:
    columns = tuple(_column(column) for column in kind.columns)
    return KindTold(kind.code, kind.title, kind.about, columns)


def _column(column: Column) -> ColumnTold:
    instead = column.instead if column.change is not Change.MAY else ""
    return ColumnTold(
        column.name, column.needed, column.about, column.example, column.change.value, instead
    )
