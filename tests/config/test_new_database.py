"""A new database has the tables to which the migrations lead, and no other: on both databases."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections
from django.db.utils import OperationalError, ProgrammingError

from tests.fixtures.databases import Database, empty
from tests.fixtures.table_definitions import definitions
from whatmatters.config.migrating import bring_up_to_date, everything_by, owner_alias, pending
from whatmatters.config.new_database import make_tables
from whatmatters.records import append_only, council_wall, one_person

# Nobody is in a group here. Django's migrations give this table of its own a wider number than
# its models do (`default_auto_field` of `auth` is not known to a migration).
NUMBERED_OTHERWISE = ("auth_group_permissions", "id")


def test_a_new_database_is_what_every_migration_in_turn_would_have_made(
    own_database: Database, tmp_path: Path
) -> None:
    alias = owner_alias()
    new = told(alias)
    with empty(tmp_path), everything_by(alias):
        call_command("migrate", database=alias, verbosity=0)
        migrated = told(alias)
    assert sorted(map(str, new - migrated)) == []
    assert sorted(map(str, migrated - new)) == []
    assert sum(new.values()) > 1000


def test_what_breaks_off_leaves_nothing_and_is_made_the_next_time(
    own_database: Database, tmp_path: Path
) -> None:
    alias = owner_alias()
    with empty(tmp_path):
        with connections[alias].schema_editor() as editor:
            editor.execute("CREATE TABLE django_migrations (id integer)")
        with pytest.raises((OperationalError, ProgrammingError)), everything_by(alias):
            make_tables(connections[alias])
        assert connections[alias].introspection.table_names() == ["django_migrations"]
        with connections[alias].schema_editor() as editor:
            editor.execute("DROP TABLE django_migrations")
        connections[alias].close()
        assert len(bring_up_to_date()) > 100
        assert pending(alias) == []


def test_no_table_is_ever_there_without_its_guards(own_database: Database, tmp_path: Path) -> None:
    """Whoever is killed before `migrate` has put guards in place leaves none out."""
    alias = owner_alias()
    with empty(tmp_path), everything_by(alias):
        make_tables(connections[alias])
        assert append_only.unguarded(connections[alias]) == []
        assert one_person.unguarded(connections[alias]) == []
        assert council_wall.unwalled(connections[alias]) == []


def told(alias: str) -> Counter[tuple[Any, ...]]:
    found = definitions(connections[alias])
    return Counter({row: n for row, n in found.items() if row[:2] != NUMBERED_OTHERWISE})
