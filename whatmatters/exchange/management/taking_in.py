"""`whatmatters import FOLDER --by USER`: a council's own spreadsheets, all of them or nothing.

The edge for the command: clock and actor are read here.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from whatmatters.access.queries import Actor, actor_for
from whatmatters.access.queries.actors import council_of
from whatmatters.access.queries.users import user_called
from whatmatters.exchange.management.telling import tell, write_problems
from whatmatters.exchange.queries.alike_told import alike_told
from whatmatters.exchange.queries.columns_told import write_templates
from whatmatters.exchange.services.gate import ImportNotAllowed, RealDataInDemo
from whatmatters.exchange.services.importing import take_in
from whatmatters.exchange.services.run import FileGiven, Taken
from whatmatters.places.queries import council_by_code
from whatmatters.rules.days import london_day

FILES = frozenset({".csv", ".txt", ".tsv"})
err = Console(stderr=True, highlight=False)

Folder = Annotated[Path | None, typer.Argument(help="The folder with the files.")]
Templates = Annotated[Path | None, typer.Option(help="Write empty files with a page about them.")]
Report = Annotated[Path | None, typer.Option(help="Write the problems to this CSV file.")]


def register(app: typer.Typer) -> None:
    """Add the verb."""

    @app.command("import")
    def import_(
        folder: Folder = None,
        by: Annotated[str, typer.Option(help="Who takes them in: the name to sign in by.")] = "",
        preview: Annotated[bool, typer.Option("--preview", help="Say what would happen.")] = False,
        council: Annotated[str, typer.Option(help="The ONS code, where it is not theirs.")] = "",
        templates: Templates = None,
        problems: Report = None,
    ) -> None:
        """Take in a council's own spreadsheets: every file whole, or none of them."""
        if templates is not None:
            for name in write_templates(templates):
                typer.echo(name)
            return
        if folder is None or not folder.is_dir():
            _refuse(f"{folder or 'FOLDER'} is not a folder.")
        actor = _actor(by, council)
        with translation.override(actor.language):
            taken = _taken(actor, folder, preview=preview)
            if problems is not None:
                write_problems(taken, problems)
            tell(taken, alike_told(actor, taken.alike, on=london_day(timezone.now())))
        if taken.problems.count:
            raise typer.Exit(1)


def _taken(actor: Actor, folder: Path, *, preview: bool) -> Taken:
    paths = sorted(p for p in folder.iterdir() if p.suffix.lower() in FILES and p.is_file())
    if not paths:
        _refuse(_("There is no CSV file in %(folder)s.") % {"folder": folder})
    with ExitStack() as open_files, _progress() as bar:
        files = [
            FileGiven(path.name, open_files.enter_context(path.open("rb")), path.stat().st_size)
            for path in paths
        ]
        tasks: dict[str, TaskID] = {}

        def heard(name: str, done: int, size: int) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=size)
            bar.update(tasks[name], completed=done)

        try:
            return take_in(by=actor, at=timezone.now(), files=files, preview=preview, tell=heard)
        except ImportNotAllowed:
            _refuse(_("That role may not take in files. A commissioner or administrator may."))
        except RealDataInDemo:
            _refuse(
                _(
                    "This database is a demonstration: nothing real is taken in beside invented "
                    "people. Use another data folder."
                )
            )


@contextmanager
def _progress() -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:.0f} %"))
    with Progress(*columns, TimeElapsedColumn(), console=err) as bar:
        yield bar


def _actor(username: str, council: str) -> Actor:
    at = timezone.now()
    user_id = user_called(username) if username else None
    if user_id is None:
        _refuse(f"Say who takes the files in, with --by. Nobody signs in as {username or '…'}.")
    found = council_by_code(council) if council else None
    council_id = found.id if found else council_of(user_id, on=london_day(at))
    if council_id is None or (council and found is None):
        _refuse(f"No council {council or 'of theirs'} here.")
    return actor_for(user_id, council_id=council_id, on=london_day(at))


def _refuse(reason: str) -> NoReturn:
    err.print(reason, style="bold red", markup=False)
    raise typer.Exit(1)
