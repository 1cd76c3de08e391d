"""`whatmatters migrate`: bring the database up to date, guarded, and grant privileges."""

import typer
from django.db import connections

from whatmatters.config.migrating import bring_up_to_date
from whatmatters.config.terminal import out, refuse
from whatmatters.records.append_only import tables, unguarded


def migrate() -> None:
    """Bring the database up to date, guard append-only tables, grant the plain role its due."""
    done = bring_up_to_date()
    lost = unguarded(connections["default"])
    if lost:
        refuse(f"Append-only tables without their guard: {', '.join(lost)}")
    out.print(f"{len(done)} migrations run; {len(tables())} append-only tables guarded.")


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(migrate)
