"""`whatmatters compare`: a table, a CSV that a spreadsheet opens, and how it refuses."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from django.db import transaction
from typer.testing import CliRunner, Result

from tests.fixtures.case import a_case
from tests.fixtures.replayed import Replayed, a_paid_cohort
from whatmatters.comparing.management import compare

CODE = "W06000002"
ALL = ("--council", CODE, "--cohort", "all", "--from", "2026-04-06", "--to", "2026-07-26")


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker) -> Iterator[Replayed]:
    """One world for the module, in a transaction that leaves nothing."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield a_paid_cohort(a_case(CODE))
        transaction.set_rollback(True)


def run(*arguments: object) -> Result:
    """Run the verb as the command line would."""
    app = typer.Typer()

    @app.callback()
    def alone() -> None:
        """A group, so that the verb keeps its name."""

    compare.register(app)
    told = {"COLUMNS": "200"}
    return CliRunner().invoke(app, ["compare", *map(str, arguments)], env=told)


def test_the_table_says_who_could_be_priced_what_it_costs_and_why_not(made: Replayed) -> None:
    shown = run(*ALL)
    assert shown.exit_code == 0, shown.output
    said = " ".join(shown.stdout.split())
    assert "6 people and 6 agreements, 4 periods from 2026-04-06 to 2026-07-26" in said
    assert "Not priced: No visits are recorded: 4 people" in said
    assert "Not priced: It pays for a whole patch, not for one person: 6 people" in said
    assert "Price of an hour: what an hour costs for each person now." in said


def test_the_csv_has_a_row_for_each_figure_with_its_method(made: Replayed, tmp_path: Path) -> None:
    file = tmp_path / "compared.csv"
    done = run(*ALL, "--models", "outcome_payments,shift_split", "--csv", file)
    assert done.exit_code == 0, done.output
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert {row["Way of paying"] for row in rows} == {"Outcome payments", "Shift split"}
    assert {row["Kind of benefit"] for row in rows} == {
        *("Who could be priced", "Cash", "Capacity", "Quality", "Workers’ pay")
    }
    assert all(row["How it is worked out"] and row["First day"] == "2026-04-06" for row in rows)
    told = {(row["Figure"], row["Of"]): row for row in rows if row["Way of paying"][0] == "O"}
    difference = told["Difference for one person in a period", ""]
    assert (difference["Value"], difference["Note"]) == ("", "Cannot tell. Too few to tell")
    assert told["What a worker’s hour came to", ""]["Note"] == "Cannot tell"
    assert told["Not priced", "No hours were agreed"]["Value"] == "1"
    paid = [row for (figure, _), row in told.items() if figure == "Paid by"]
    whole = sum(float(row["Value"]) for row in paid)
    assert len(paid) == 2
    assert f"{whole:.2f}" == told["Cost", ""]["Value"]
    assert not list(tmp_path.glob(".*"))


def test_a_file_that_is_there_is_not_written_over(made: Replayed, tmp_path: Path) -> None:
    file = tmp_path / "kept.csv"
    file.write_text("mine")
    refused = run(*ALL, "--csv", file)
    assert (refused.exit_code, file.read_text()) == (2, "mine")
    assert "nothing was written over" in refused.stderr
    nowhere = run(*ALL, "--csv", tmp_path / "no" / "such.csv")
    assert nowhere.exit_code == 2
    assert "cannot be written" in nowhere.stderr


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"--council": "W06000099"}, "No council W06000099"),
        ({"--cohort": "everyone"}, "everyone is no cohort"),
        ({"--cohort": "area:NOWHERE"}, "No area NOWHERE"),
        ({"--cohort": "people:1,x"}, "is no cohort"),
        ({"--cohort": "people:99999999"}, "no such area, provider or person"),
        ({"--from": "6 April"}, "is not a date"),
        ({"--to": "2026-03-01"}, "The last day is before the first"),
        ({"--to": "2999-01-01"}, "goes on until"),
        ({"--models": "by_the_smile"}, "by_the_smile is no way of paying"),
        ({"--rate": "bundled_hours"}, "is not MODEL="),
        ({"--rate": "bundled_hours=cheap"}, "is not a price of an hour"),
        ({"--rate": "bundled_hours=-1"}, "is not a price of an hour"),
        ({"--terms": "bundled_hours=NONE-1"}, "No contract NONE-1"),
    ],
)
def test_what_cannot_be_compared_ends_with_2_and_says_why(made, changed, said) -> None:
    asked = dict(zip(ALL[::2], ALL[1::2], strict=True)) | changed
    refused = run(*(word for pair in asked.items() for word in pair))
    assert refused.exit_code == 2
    assert said in refused.stderr
    assert refused.stdout == ""
