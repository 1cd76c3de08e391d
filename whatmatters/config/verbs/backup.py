"""`whatmatters backup FILE`: one file with the whole database, taken while it is in use."""

from pathlib import Path

import typer
from django.db import connections

from whatmatters.config import postgresql_copy, sqlite_copy
from whatmatters.config.migrating import owner_alias
from whatmatters.config.terminal import out, refuse


def backup(file: Path) -> None:
    """Copy the whole database into FILE. The secret key and uploads are not in it."""
    if file.exists():
        refuse(f"{file} is there already: nothing was written.")
    connection = connections[owner_alias()]
    try:
        if connection.vendor == "postgresql":
            postgresql_copy.backup(connection.settings_dict, file)
        else:
            sqlite_copy.backup(Path(connection.settings_dict["NAME"]), file)
    except (OSError, postgresql_copy.ToolFailed) as error:
        refuse(f"No backup was made: {error}")
    out.print(f"Backup of {file.stat().st_size:,} bytes in {file}", soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(backup)
