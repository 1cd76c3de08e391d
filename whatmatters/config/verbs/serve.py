"""`whatmatters serve`: the pages of the database in the data folder."""

from typing import Annotated

import typer
from django.db import connections

from whatmatters.config.migrating import bring_up_to_date, pending
from whatmatters.config.serving import Open, serve_pages
from whatmatters.config.terminal import err, refuse

OpenPage = Annotated[Open, typer.Option("--open", help="Show the pages in a browser.")]


Alone = Annotated[
    bool, typer.Option("--alone", help="Pages only: the worker and the tick run elsewhere.")
]


def serve(
    host: str = "127.0.0.1",
    port: int = 8000,
    open_page: OpenPage = Open.AUTO,
    alone: Alone = False,
) -> None:
    """Serve the pages until Ctrl-C or SIGTERM. A new database is made; an old one is refused."""
    if not connections["default"].introspection.table_names():
        err.print("Making a new, empty database ...")
        bring_up_to_date()
    elif pending():
        refuse("This database is older than the program: run `whatmatters migrate` first.")
    connections.close_all()
    raise typer.Exit(serve_pages(host, port, open_page, alone=alone))


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(serve)
