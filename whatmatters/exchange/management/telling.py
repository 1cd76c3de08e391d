"""What the command says of an import: facts on stdout, problems one to a line on stderr."""

from pathlib import Path

import typer
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.exchange.queries.alike_told import AlikeTold
from whatmatters.exchange.queries.problem_table import COLUMNS, Row, problem_rows
from whatmatters.exchange.services.run import FileTold, Taken
from whatmatters.frontend.spreadsheets import csv_lines
from whatmatters.frontend.templatetags.wm import day


def tell(taken: Taken, alike: tuple[AlikeTold, ...]) -> None:
    """Every file, every change, every row that looks like somebody, and every problem."""
    for file in taken.files:
        typer.echo(_file(file))
    for change in taken.changes:
        told = {"file": change.file, "row": change.row, "id": change.external_id}
        what = ", ".join(change.columns) or _("matched with what is here")
        typer.echo("  " + _("%(file)s, row %(row)s (%(id)s):") % told + f" {what}")
    _questions(taken, alike)
    for row in problem_rows(taken.problems):
        typer.echo(_problem(row), err=True)
    typer.echo(_end(taken))


def _questions(taken: Taken, alike: tuple[AlikeTold, ...]) -> None:
    """What is asked about rows that look like somebody; nothing is wrong with them."""
    for one in alike:
        told = {"file": one.file, "row": one.row, "id": one.external_id, "name": one.name}
        told |= {"who": one.who, "write": one.write}
        words = _(
            "%(file)s, row %(row)s (%(id)s), %(name)s: is it %(who)s? If so write %(write)s in the "
            "column same_as, if not write no."
        )
        typer.echo("  " + words % told)
    if taken.alike_count:
        words = ngettext(
            "%(n)s row looks like somebody. A row that does not say is taken in as somebody new.",
            "%(n)s rows look like somebody. A row that does not say is taken in as somebody new.",
            taken.alike_count,
        )
        typer.echo(words % {"n": taken.alike_count})


def _problem(row: Row) -> str:
    """A problem by its place; one of a whole file has none, and the count of those left out is
    about no file."""
    name, number, column, value, expected = row
    if not name:
        return f"{expected}."
    place = {"file": name, "row": number, "column": column or "–", "value": value or "–"}
    where = _("%(file)s, row %(row)s, column %(column)s, value %(value)s: expected") % place
    if not number:
        where = _("%(file)s, the whole file: expected") % place
    return f"{where} {expected}."


def write_problems(taken: Taken, path: Path) -> None:
    """The problems as a CSV file that a spreadsheet opens and never runs."""
    columns = [str(column) for column in COLUMNS]
    with path.open("w", encoding="utf-8", newline="") as out:
        out.writelines(csv_lines(columns, problem_rows(taken.problems)))


def _file(file: FileTold) -> str:
    counts = {"rows": file.rows, "new": file.new, "changed": file.changed, "same": file.same}
    words = ngettext(
        "%(rows)s row: %(new)s new, %(changed)s changed, %(same)s the same",
        "%(rows)s rows: %(new)s new, %(changed)s changed, %(same)s the same",
        file.rows,
    )
    told = words % counts
    before = ""
    if file.before is not None:
        before = " " + _("This very file was taken in on %(day)s.") % {"day": day(file.before)}
    return f"{file.name}: {told}.{before}"


def _end(taken: Taken) -> str:
    if count := taken.problems.count:
        told = ngettext(
            "%(count)s problem. Nothing was taken in.",
            "%(count)s problems. Nothing was taken in.",
            count,
        )
        return told % {"count": count}
    if taken.preview:
        return _("This is what would happen. Nothing was taken in.")
    if not taken.written:
        return _("Everything is the same as before. Nothing was changed.")
    return _("Everything was taken in.")
