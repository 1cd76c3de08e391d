"""`whatmatters compare`: the same people and facts under each way of paying; nothing is written.

Exit codes: 0 compared; 2 refused, with the reason on standard error.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone
from django.utils.translation import override
from rich.console import Console
from rich.progress import Progress

from whatmatters.comparing.management import compare_print
from whatmatters.comparing.management.reading import (
    cohort_of,
    day_of,
    models_of,
    pairs_of,
    rates_of,
    refuse,
)
from whatmatters.comparing.services.comparing import Asked, Comparison, compare
from whatmatters.comparing.services.named import names_of
from whatmatters.comparing.services.table import cells, columns
from whatmatters.frontend.comparing_refusals import refusal_words
from whatmatters.frontend.spreadsheets import csv_lines
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.places.queries import council_by_code
from whatmatters.rules.days import london_day
from whatmatters.rules.refusals import Refusal

ENGLISH = "en-gb"
Council = Annotated[str, typer.Option("--council", help="The ONS code, such as W06000002.")]
Whose = Annotated[
    str, typer.Option("--cohort", help="all, area:CODE, provider:NUMBER or people:NUMBER,NUMBER.")
]
From = Annotated[str, typer.Option("--from", metavar="DAY", help="A day of the first period.")]
To = Annotated[str, typer.Option("--to", metavar="DAY", help="A day of the last period.")]
Models = Annotated[str, typer.Option("--models", help="Ways of paying, with commas; else all.")]
Terms = Annotated[
    list[str] | None,
    typer.Option("--terms", metavar="MODEL=REFERENCE", help="Whose contract's terms to try by."),
]
Rate = Annotated[
    list[str] | None,
    typer.Option("--rate", metavar="MODEL=POUNDS", help="The price of an hour to try by."),
]
Csv = Annotated[
    Path | None, typer.Option("--csv", metavar="FILE", help="Write the table to a new file.")
]


def compare_models(
    council: Council,
    cohort: Whose,
    first: From,
    last: To,
    models: Models = "",
    terms: Terms = None,
    rate: Rate = None,
    csv: Csv = None,
) -> None:
    """Compare ways of paying: what the same recorded facts come to under each of them.

    Whole payment periods, all of them over. Nothing is written to the records or the ledger.
    """
    with override(ENGLISH):
        place = council_by_code(council)
        if place is None:
            refuse(f"No council {council} here.")
        asked = Asked(
            cohort_of(cohort, place.id),
            day_of(first),
            day_of(last),
            models_of(models),
            pairs_of(terms or [], "--terms"),
            rates_of(rate or []),
        )
        if csv is not None and csv.exists():
            refuse(f"{csv} is there already: nothing was written over.")
        found = _compared(place.id, asked)
        names = names_of(found.models)
        if csv is None:
            compare_print.comparison(found, names)
            return
        _write(csv, csv_lines(columns(), cells(found, names, WAY_NAMES)))
        typer.echo(f"{csv}: {found.people} people, {len(found.window)} periods.")


def _compared(council_id: int, asked: Asked) -> Comparison:
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Replaying agreements", total=None)

        def told(done: int, of: int) -> None:
            progress.update(task, completed=done, total=of)

        try:
            return compare(council_id, asked, today=london_day(timezone.now()), told=told)
        except Refusal as refused:
            progress.stop()
            refuse(refusal_words(refused))


def _write(path: Path, lines: Iterable[str]) -> None:
    """Whole or not at all: beside its place first, then moved there."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("x", encoding="utf-8", newline="") as opened:
            opened.writelines(lines)
        draft.rename(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        refuse(f"{path} cannot be written: {error.strerror}.")


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("compare")(compare_models)
