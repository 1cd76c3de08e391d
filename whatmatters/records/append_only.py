"""Triggers that make a table append-only on both databases, and the count that proves them.

SQLite drops a table's triggers whenever it rebuilds the table, so they are put back after every
migration and counted by `doctor` and by a test. PostgreSQL's plain role also has no UPDATE or
DELETE privilege on these tables.
"""

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

PREFIX = "append_only_"


def tables() -> list[str]:
    """Names of all tables that must be append-only."""
    found = [
        m._meta.db_table
        for m in apps.get_models()
        if getattr(m, "append_only", False) and not m._meta.abstract
    ]
    return sorted(found)


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers on every append-only table that exists; harmless when repeated."""
    present = set(connection.introspection.table_names())
    for table in tables():
        if table not in present:
            continue
        with connection.cursor() as cursor:
            for statement in statements(connection.vendor, table):
                cursor.execute(statement)


def statements(vendor: str, table: str) -> list[str]:
    """The SQL that guards one table, for one kind of database."""
    if vendor == "postgresql":
        return _postgresql(table)
    return [
        f'CREATE TRIGGER IF NOT EXISTS "{PREFIX}{verb.lower()}_{table}" BEFORE {verb} ON "{table}" '
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for verb in ("UPDATE", "DELETE")
    ]


def _postgresql(table: str) -> list[str]:
    function = (
        "CREATE OR REPLACE FUNCTION whatmatters_append_only() RETURNS trigger LANGUAGE plpgsql "
        "AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    name = f'"{PREFIX}{table}"'
    return [
        function,
        f'DROP TRIGGER IF EXISTS {name} ON "{table}"',
        f'CREATE TRIGGER {name} BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}" '
        "FOR EACH STATEMENT EXECUTE FUNCTION whatmatters_append_only()",
    ]


def unguarded(connection: BaseDatabaseWrapper) -> list[str]:
    """Append-only tables whose triggers are missing: must be empty."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT c.relname, count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                "WHERE t.tgname LIKE 'append\\_only\\_%%' AND t.tgenabled = 'O' GROUP BY 1"
            )
            needed = 1
        else:
            cursor.execute(
                "SELECT tbl_name, count(*) FROM sqlite_master WHERE type = 'trigger' "
                "AND name LIKE 'append_only_%' GROUP BY 1"
            )
            needed = 2
        guarded = dict(cursor.fetchall())
    return [t for t in tables() if guarded.get(t, 0) < needed]


def after_migrate(*, using: str, **_: object) -> None:
    """Receiver of `post_migrate`: guard what was just made."""
    from django.db import connections

    install(connections[using])


def is_append_only(row: type[models.Model]) -> bool:
    """Whether rows of this kind are guarded."""
    return bool(getattr(row, "append_only", False))
