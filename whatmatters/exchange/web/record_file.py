"""The file of one person: a page to read, a spreadsheet for each table, and everything as JSON."""

from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from json import dumps
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from whatmatters import __version__
from whatmatters.exchange.queries.party_file import cell, heading, table_lines
from whatmatters.exchange.queries.taken_tables import RecordTaken, Taken
from whatmatters.exchange.queries.taken_words import TITLES
from whatmatters.exchange.web.taken_codes import code_words
from whatmatters.frontend.templatetags.wm import day, moment, pounds
from whatmatters.records.holdings import Column

MONEY = frozenset({"price", "cost", "pence"})
# Rows that a page to read does not need: they tie rows of the spreadsheets together.
TIES = frozenset({"id", "person", "person_id", "seq", "position"})


@dataclass(frozen=True, slots=True)
class Part:
    """One table as the page shows it: its title, and each row as pairs of heading and words."""

    title: str
    rows: tuple[tuple[tuple[str, str], ...], ...]


def record_file(taken: RecordTaken, name: str, on: date, language: str, made_by: str) -> bytes:
    """A zip of `record.html`, `record.json` and `tables/*.csv`, in one language.

    The page and the JSON say who made it.
    """
    made = BytesIO()
    with translation.override(language), ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("record.html", _page(taken, name, on, made_by))
        archive.writestr("record.json", _json(taken, on, made_by))
        for table in taken.tables:
            told = "".join(table_lines(table.columns, table.rows))
            archive.writestr(f"tables/{table.key}.csv", told)
    return made.getvalue()


def _page(taken: RecordTaken, name: str, on: date, made_by: str) -> str:
    context = {
        "name": name,
        "made_on": day(on),
        "made_by": made_by,
        "version": __version__,
        "lang": (translation.get_language() or "en")[:2],
        "parts": [_part(table) for table in taken.tables if table.rows],
        "empty": [str(TITLES[table.key]) for table in taken.tables if not table.rows],
        "closed": [str(TITLES[key]) for key in taken.closed],
    }
    return render_to_string("exchange/record_file.html", context)


def _part(table: Taken) -> Part:
    rows = tuple(
        tuple(
            (heading(column), words)
            for column, value in zip(table.columns, row, strict=True)
            if column.key not in TIES and (words := _words(table.key, column, value))
        )
        for row in table.rows
    )
    return Part(str(TITLES[table.key]), rows)


def _words(table: str, column: Column, value: Any) -> str:
    if value is None or value == "":
        return ""
    if column.key in MONEY and isinstance(value, int):
        return pounds(value)
    if isinstance(value, datetime):
        return str(moment(value))
    if isinstance(value, date):
        return str(day(value))
    if isinstance(value, str):
        return code_words(table, column.key, value)
    if column.points_to and isinstance(value, int):
        return _("%(table)s, number %(number)s") % {
            "table": TITLES.get(column.points_to, column.points_to),
            "number": value,
        }
    return str(cell(value))


def _json(taken: RecordTaken, on: date, made_by: str) -> str:
    tables = {
        table.key: [
            dict(zip([column.key for column in table.columns], row, strict=True))
            for row in table.rows
        ]
        for table in taken.tables
    }
    told = {
        "person": taken.person_id,
        "made_on": on,
        "made_by": made_by,
        "version": __version__,
        "not_yours_to_take": list(taken.closed),
        "tables": tables,
    }
    return dumps(told, ensure_ascii=False, indent=1, default=_plain)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
