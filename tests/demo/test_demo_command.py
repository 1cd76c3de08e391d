"""`whatmatters demo`, as somebody types it."""

from pathlib import Path

import pytest

from tests.demo.living import lived, locality_folder, run
from tests.fixtures.case import a_case
from tests.fixtures.databases import Database, own

SMALL = ("--people", "3", "--weeks", "5", "--until", "2026-11-22")


@pytest.mark.once
def test_the_same_seed_and_date_give_the_same_rows(
    own_database: Database, database_template: str, tmp_path: Path
) -> None:
    first = lived(own_database, *SMALL, "--seed", "7")
    again = lived(own_database, *SMALL, "--seed", "7")
    # A database of its own: a demonstration that is lived anew in the same one migrates it first.
    with own(database_template, tmp_path / "other") as another:
        other = lived(another, *SMALL, "--seed", "8")
    assert first["digest"] == again["digest"]
    assert first["digest"] != other["digest"]
    assert first["people"] == 3
    assert first["ledger_ok"] is True
    passwords = [{s["password"] for s in run["sign_ins"]} for run in (first, again)]
    assert passwords[0].isdisjoint(passwords[1])


@pytest.mark.once
@pytest.mark.parametrize("place", ["leeds", "oldham", "trafford", "wiltshire"])
def test_other_places_are_lived_in_too(own_database: Database, place: str) -> None:
    found = lived(
        own_database, "--locality", place, "--people", "3", "--weeks", "4", "--until", "2026-11-22"
    )
    assert found["place"].lower() == place
    assert found["ledger_ok"] is True


def test_one_person_and_four_weeks(own_database: Database) -> None:
    found = lived(own_database, "--people", "1", "--weeks", "4", "--until", "2024-03-03")
    assert found["people"] == 1
    assert found["missing"] != []


def test_a_database_that_is_no_demo_is_refused_and_left_alone(own_database: Database) -> None:
    council = a_case().council_id
    done = run(own_database, *SMALL)
    assert done.returncode == 1
    assert "nothing was changed" in done.stderr
    from whatmatters.places.queries import council as facts

    assert facts(council) is not None


@pytest.mark.once
def test_what_cannot_be_asked_for_is_named(own_database: Database, tmp_path: Path) -> None:
    unknown = run(own_database, "--locality", "atlantis")
    assert unknown.returncode == 1
    assert "gwynedd" in unknown.stderr
    empty = run(own_database, "--locality-dir", str(locality_folder(tmp_path)))
    assert empty.returncode == 1
    assert run(own_database, "--people", "0").returncode == 2
    assert run(own_database, "--weeks", "3").returncode == 2
