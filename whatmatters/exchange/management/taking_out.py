"""`whatmatters export FOLDER --by USER`: a party's own data, as its page gives it.

The edge for the command: clock and actor are read here.
"""

import os
from pathlib import Path
from typing import Annotated, NoReturn
from zipfile import ZipFile

import typer
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from rich.console import Console

from whatmatters.access.queries import Actor, own_organisation_only
from whatmatters.access.queries.actors import acting
from whatmatters.access.queries.users import user_called
from whatmatters.access.web.made_by import made_by
from whatmatters.exchange.queries.party_file import party_file
from whatmatters.exchange.services.party_export import NeedsAnother, ask_to_take_out, make_file
from whatmatters.exchange.services.party_words import party_refusal_words
from whatmatters.insight.queries import scopes
from whatmatters.insight.web.table import whole_table
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal

err = Console(stderr=True, highlight=False)
Folder = Annotated[Path, typer.Argument(help="An empty folder, or one that is made.")]


def register(app: typer.Typer) -> None:
    """Add the verb."""

    @app.command("export")
    def export(
        folder: Folder,
        by: Annotated[str, typer.Option(help="Whose data: the name to sign in by.")],
        reason: Annotated[str, typer.Option(help="What the files are for.")] = "",
        request: Annotated[int, typer.Option(help="A request that was approved.")] = 0,
    ) -> None:
        """Take out a party's own data: CSV files, with what each column means."""
        actor = _actor(by)
        with translation.override(actor.language):
            _make(folder)
            number = request or _asked(actor, reason)
            names = _written(actor, number, folder)
            for name in names:
                typer.echo(name)
            told = {"n": len(names), "folder": folder.resolve()}
            typer.echo(_("%(n)s files are in %(folder)s. columns.csv says what they mean.") % told)


def _make(folder: Path) -> None:
    """Before anything is asked for: what could not be written would be used up."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            _refuse(_("%(folder)s is not an empty folder.") % {"folder": folder})
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        writable = os.access(folder, os.W_OK | os.X_OK)
    except OSError:
        writable = False
    if not writable:
        _refuse(_("Nothing can be written in %(folder)s.") % {"folder": folder})


def _asked(actor: Actor, reason: str) -> int:
    if not reason.strip():
        _refuse(_("Say what the files are for, with --reason."))
    at = timezone.now()
    try:
        return ask_to_take_out(by=actor, at=at, on=london_day(at), reason=reason.strip())
    except Refusal as refusal:
        _refuse(party_refusal_words(refusal))


def _written(actor: Actor, number: int, folder: Path) -> list[str]:
    at = timezone.now()
    on, council_id = london_day(at), actor.council_id
    try:
        tables = make_file(by=actor, at=at, on=on, asked_id=number)
    except NeedsAnother as refusal:
        again = _("When it is approved: --request %(number)s.") % {"number": number}
        _refuse(f"{party_refusal_words(refusal)} {again}")
    except Refusal as refusal:
        _refuse(party_refusal_words(refusal))
    own = own_organisation_only(actor, Action.EXPORT_OWN)
    scope = scopes.department(council_id) if own is None else scopes.provider(council_id, own)
    told = (tables, whole_table(scope, on=on), made_by(actor, at))
    with party_file(council_id, *told) as made, ZipFile(made) as packed:
        packed.extractall(folder)
        return packed.namelist()


def _actor(username: str) -> Actor:
    user_id = user_called(username)
    actor = acting(user_id, on=london_day(timezone.now())) if user_id else None
    if actor is None:
        _refuse(_("Nobody with a role signs in as %(name)s.") % {"name": username})
    return actor


def _refuse(reason: str) -> NoReturn:
    err.print(reason, style="bold red", markup=False)
    raise typer.Exit(1)
