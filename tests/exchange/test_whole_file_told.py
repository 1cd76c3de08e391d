"""A problem of a whole file names no row, and the count of those left out names no file."""

import pytest
from django.utils import translation

from tests.exchange.files import a_council, taken
from whatmatters.exchange.management.telling import tell
from whatmatters.exchange.queries.problems import Problems
from whatmatters.exchange.services.run import Taken

EMPTY = "people.csv, the whole file: expected a file with a line of headings: this one is empty."


@pytest.mark.django_db
def test_an_empty_file_is_told_without_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    by, _ = a_council()
    result = taken(by, {"people.csv": ""})
    with translation.override("en-gb"):
        tell(result, ())
    assert capsys.readouterr().err.splitlines() == [EMPTY]
    with translation.override("cy"):
        tell(result, ())
    assert capsys.readouterr().err.startswith("people.csv, y ffeil gyfan: disgwylid ")


def test_those_left_out_are_counted_and_said_of_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    problems = Problems(most=1)
    for row in (2, 3, 4):
        problems.add("people.csv", row, "born", "never", "a day")
    with translation.override("en-gb"):
        tell(Taken(files=[], problems=problems, changes=[], preview=True, alike=[]), ())
    assert capsys.readouterr().err.splitlines() == [
        "people.csv, row 2, column born, value never: expected a day.",
        "2 more problems like these.",
    ]
