"""Triggers by which a row cannot join two people: what it names must be the same person's.

A table says it of itself, as it says that it is append-only: `same_person` holds one `Same` for
each column. Both databases refuse such a row, whoever writes it. SQLite drops a table's triggers
whenever it rebuilds the table, so they are put back after every migration.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

PREFIX = "same_person_"


@dataclass(frozen=True, slots=True)
class Same:
    """Where a column is filled, two SQL values about NEW must be equal, `theirs` as a SELECT."""

    column: str
    ours: str
    theirs: str


def guards() -> Iterator[tuple[str, Same]]:
    """Every table that is guarded, with each of its guards."""
    for table in apps.get_models():
        for same in getattr(table, "same_person", ()):
            yield table._meta.db_table, same


def names() -> list[str]:
    """Names of all guards that must be there."""
    return sorted(_name(table, same) for table, same in guards())


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers on every guarded table that exists; harmless when repeated."""
    present = set(connection.introspection.table_names())
    for table, same in guards():
        if table not in present:
            continue
        make = _postgresql if connection.vendor == "postgresql" else _sqlite
        with connection.cursor() as cursor:
            for statement in make(table, same):
                cursor.execute(statement)


def take_away(connection: BaseDatabaseWrapper) -> None:
    """Take SQLite's guards away before a migration rebuilds a table that another's guard names.

    SQLite does not rename a table while a trigger names one that is not there; they come back with
    the migration's end.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            if name.startswith(PREFIX):
                cursor.execute(f'DROP TRIGGER "{name}"')


def unguarded(connection: BaseDatabaseWrapper) -> list[str]:
    """Guards that are missing: must be empty."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgname FROM pg_trigger WHERE tgenabled = 'O'")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        there = {name.removesuffix("_update") for (name,) in cursor.fetchall()}
    return [name for name in names() if name not in there]


def _name(table: str, same: Same) -> str:
    return f"{PREFIX}{table}_{same.column}"


def _sqlite(table: str, same: Same) -> list[str]:
    name = _name(table, same)
    unequal = f"NEW.{same.column} IS NOT NULL AND {same.ours} IS NOT ({same.theirs})"
    refuse = f"SELECT RAISE(ABORT, '{table} would join two people')"
    return [
        f'CREATE TRIGGER IF NOT EXISTS "{trigger}" BEFORE {verb} ON "{table}" '
        f"WHEN {unequal} BEGIN {refuse}; END"
        for trigger, verb in ((name, "INSERT"), (f"{name}_update", "UPDATE"))
    ]


def _postgresql(table: str, same: Same) -> list[str]:
    name = _name(table, same)
    unequal = f"NEW.{same.column} IS NOT NULL AND {same.ours} IS DISTINCT FROM ({same.theirs})"
    refuse = f"RAISE EXCEPTION '{table} would join two people' USING ERRCODE = 'check_violation'"
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {unequal} THEN {refuse}; END IF; RETURN NEW; END $$",
        f'DROP TRIGGER IF EXISTS "{name}" ON "{table}"',
        f'CREATE TRIGGER "{name}" BEFORE INSERT OR UPDATE ON "{table}" '
        f"FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]


def after_migrate(*, using: str, **_: object) -> None:
    """Receiver of `post_migrate`: guard what was just made."""
    from django.db import connections

    install(connections[using])
