"""A database of each earlier milestone, with data, is brought up to date and proves itself."""

import lzma
from pathlib import Path

import pytest

from tests.fixtures.command import whatmatters
from tests.fixtures.databases import Database, is_postgresql
from whatmatters.outcomes.models import Outcome
from whatmatters.payments.queries import verify
from whatmatters.people.models import Person

HERE = Path(__file__).parent
# What each milestone's demonstration held: people, outcomes, ledger entries.
HELD = {"0.1.0": (6, 21, 21)}


@pytest.mark.parametrize("version", HELD)
def test_a_milestone_is_restored_upgraded_and_whole(
    own_database: Database, tmp_path: Path, version: str
) -> None:
    backup = tmp_path / "backup"
    if is_postgresql():
        backup.write_bytes((HERE / f"{version}.pgdump").read_bytes())
    else:
        backup.write_bytes(lzma.decompress((HERE / f"{version}.sqlite3.xz").read_bytes()))
    done = whatmatters("restore", str(backup), env=own_database.env)
    assert done.returncode == 0, done.stderr
    people, outcomes, entries = HELD[version]
    assert Person.objects.count() == people
    assert Outcome.objects.count() == outcomes
    proof = verify()
    assert proof.ok
    assert proof.entries == entries
