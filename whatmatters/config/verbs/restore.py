"""`whatmatters restore FILE`: put a backup in place, then have everything proved again."""

from pathlib import Path
from typing import Annotated

import typer
from django.apps import apps
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from whatmatters.config import postgresql_copy, sqlite_copy
from whatmatters.config.migrating import bring_up_to_date, owner_alias
from whatmatters.config.proofs import audit_faults, ledger_faults
from whatmatters.config.terminal import out, refuse
from whatmatters.records.append_only import unguarded

Replace = Annotated[bool, typer.Option("--replace", help="Replace what this database holds.")]


def restore(file: Path, replace: Replace = False) -> None:
    """Put the backup FILE in the place of the database, then prove guards and ledger."""
    if not file.is_file():
        refuse(f"There is no file {file}.")
    connection = connections[owner_alias()]
    if not replace and not is_empty(connection):
        refuse("This database holds records: nothing was changed. To replace them, add --replace.")
    try:
        _put_in_place(connection, file)
    except (OSError, postgresql_copy.ToolFailed) as error:
        refuse(f"Nothing was changed: {error}")
    _prove()


def is_empty(connection: BaseDatabaseWrapper) -> bool:
    """Whether no table of ours has a row."""
    present = set(connection.introspection.table_names())
    ours = [m for m in apps.get_models() if m.__module__.startswith("whatmatters.")]
    rows = (m for m in ours if m._meta.db_table in present)
    return not any(m._base_manager.using(connection.alias).exists() for m in rows)


def _put_in_place(connection: BaseDatabaseWrapper, file: Path) -> None:
    settings = connection.settings_dict
    postgresql = connection.vendor == "postgresql"
    fault = postgresql_copy.fault(settings, file) if postgresql else sqlite_copy.fault(file)
    if fault:
        refuse(f"{file} is not a whole backup of this kind of database: {fault}")
    tables = connection.introspection.table_names()
    connections.close_all()
    if postgresql:
        postgresql_copy.restore(settings, file, tables)
    else:
        sqlite_copy.restore(file, Path(settings["NAME"]))


def _prove() -> None:
    """The backup's own guards first: bringing it up to date puts missing ones back."""
    connection = connections[owner_alias()]
    present = set(connection.introspection.table_names())
    lost = [table for table in unguarded(connection) if table in present]
    run = bring_up_to_date()
    faults = [f"the backup had no guard on {table}" for table in lost]
    faults += ledger_faults() + audit_faults()
    if faults:
        refuse("Restored, but not whole: " + "; ".join(faults))
    out.print(
        f"Restored; {len(run)} newer migrations run; guards, ledger and audit are whole.",
        soft_wrap=True,
    )


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(restore)
