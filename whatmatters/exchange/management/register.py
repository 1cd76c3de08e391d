"""`whatmatters import-cqc FILE`: the regulator's register of a place, as it comes."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from django.utils import timezone
from django.utils.translation import gettext as _
from rich.console import Console

from whatmatters.access.services import first_actor
from whatmatters.exchange.queries.problems import FileRefused
from whatmatters.exchange.services.register import (
    RegisterOfNobody,
    RegisterOlder,
    RegisterTaken,
    take_register,
)
from whatmatters.frontend.templatetags.wm import day
from whatmatters.places.queries import council_by_code

err = Console(stderr=True, highlight=False)
Day = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="When it was published, if the file does not say."),
]


def register(app: typer.Typer) -> None:
    """Add the verb."""

    @app.command("import-cqc")
    def import_cqc(
        file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
        council: Annotated[str, typer.Option(help="The ONS code, such as E08000004.")],
        published: Day = None,
    ) -> None:
        """Take in the CQC's care directory, or its location records, for one council's area."""
        found = council_by_code(council)
        if found is None:
            _refuse(f"No council {council} here. First: whatmatters council add oldham")
        on = published.date() if published else None
        with file.open("rb") as opened:
            try:
                taken = take_register(
                    by=first_actor(found.id),
                    at=timezone.now(),
                    file=opened,
                    name=file.name,
                    published_on=on,
                )
            except FileRefused as refused:
                place = {"file": file.name, "row": refused.row, "expected": refused.expected}
                _refuse(_("%(file)s, row %(row)s: expected %(expected)s.") % place)
            except RegisterOlder as older:
                told = {"here": day(older.here), "given": day(older.given)}
                _refuse(_("What is here was published on %(here)s: this is from %(given)s.") % told)
            except RegisterOfNobody as nobody:
                _refuse(
                    _("None of the %(rows)s rows is a home-care service of this council’s area.")
                    % nobody.params
                )
        typer.echo(_said(taken))


def _said(taken: RegisterTaken) -> str:
    told = {
        "day": day(taken.published_on),
        "new": taken.new,
        "changed": taken.changed,
        "same": taken.same,
        "others": taken.rows - taken.new - taken.changed - taken.same,
    }
    return (
        _(
            "Published on %(day)s: %(new)s new, %(changed)s changed, %(same)s the same; "
            "%(others)s rows are of other areas or services."
        )
        % told
    )


def _refuse(reason: str) -> NoReturn:
    err.print(reason, style="bold red", markup=False)
    raise typer.Exit(1)
