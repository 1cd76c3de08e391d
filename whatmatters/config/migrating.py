"""Bringing a database up to date: as the owner of the tables, guarded, with exact privileges."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from whatmatters.config.new_database import is_empty, make_tables
from whatmatters.records.privileges import grant


def owner_alias() -> str:
    """The connection that owns the tables: `owner` where a separate owner is named."""
    return "owner" if "owner" in connections else "default"


def pending(alias: str = "default") -> list[str]:
    """Migrations that this database has not had yet, such as "people.0002_charts"."""
    executor = MigrationExecutor(connections[alias])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


@contextmanager
def everything_by(alias: str) -> Iterator[None]:
    """Whoever asks for the usual connection meanwhile gets this one.

    A package's migration that reads or writes without saying by which connection (django_tasks_db
    0016 does) would otherwise wait, as the plain role, for the owner's own transaction: for ever.
    """
    usual = connections["default"]
    connections["default"] = connections[alias]
    try:
        yield
    finally:
        connections["default"] = usual


def bring_up_to_date() -> list[str]:
    """Migrate as the owner, put guards and privileges in place; the migrations that were run.

    Harmless when repeated.
    """
    alias = owner_alias()
    todo = pending(alias)  # the plain role may have no privilege yet
    with everything_by(alias):
        if is_empty(connections[alias]):
            make_tables(connections[alias])
        call_command("migrate", database=alias, verbosity=0, interactive=False)
    if alias == "owner":
        grant(connections["owner"], connections["default"].settings_dict["USER"])
    return todo
