"""Migrating is harmless when repeated."""

from pathlib import Path

import pytest

from tests.fixtures.command import variables_of_a_new_place, whatmatters
from tests.fixtures.databases import Database


@pytest.mark.once
def test_a_new_place_is_made_and_a_second_time_changes_nothing(tmp_path: Path) -> None:
    env = variables_of_a_new_place(tmp_path)
    first = whatmatters("migrate", env=env)
    assert first.returncode == 0, first.stderr
    before = (tmp_path / "whatmatters.sqlite3").read_bytes()
    second = whatmatters("migrate", env=env)
    assert second.returncode == 0
    assert second.stdout.startswith("0 migrations run;")
    assert len((tmp_path / "whatmatters.sqlite3").read_bytes()) == len(before)
    assert whatmatters("doctor", env=env).returncode == 0


def test_a_migrated_database_stays_as_it_is(own_database: Database) -> None:
    again = whatmatters("migrate", env=own_database.env)
    assert again.returncode == 0, again.stderr
    assert again.stdout.startswith("0 migrations run;")
    assert whatmatters("doctor", env=own_database.env).returncode == 0


@pytest.mark.once
def test_a_verb_on_a_place_without_tables_says_what_to_do(tmp_path: Path) -> None:
    asked = whatmatters(
        "pay", "--period", "2026-04-06", "--by", "mair", env=variables_of_a_new_place(tmp_path)
    )
    assert asked.returncode == 2
    assert asked.stderr == ("This database is not up to date. Run `whatmatters migrate` first.\n")
