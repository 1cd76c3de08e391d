"""A spreadsheet opens what we write, and runs none of it (threat: formula in CSV)."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.frontend.spreadsheets import csv_lines, guarded, spreadsheet, unguarded

NO_ZONE = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NASTY = st.tuples(st.sampled_from(["", " ", "\t", "\r", "\n", "'", "\ufeff", "\u200b"]), ANY)
FORMULA = st.builds(
    lambda before, sign, rest: "".join(before) + sign + rest,
    st.lists(st.sampled_from([" ", "\t", "\r", "\n", "\ufeff", "\u200b", "\xa0"]), max_size=3),
    st.sampled_from("=+-@＝＋－＠﹢"),
    ANY,
)
TEXT = st.one_of(ANY, FORMULA, NASTY.map("".join))


def read(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


@given(st.lists(st.tuples(TEXT, TEXT), max_size=5))
def test_every_text_comes_back_and_none_begins_a_formula(rows) -> None:
    read_back = read("".join(csv_lines(["One", "Two"], rows)))
    assert read_back[0] == ["One", "Two"]
    assert [tuple(unguarded(cell) for cell in row) for row in read_back[1:]] == rows
    for row in read_back[1:]:
        for cell in row:
            assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")
            bare = cell.lstrip(" \t\r\n\ufeff\u200b\xa0")
            assert bare[:1] not in tuple("=+-@＝＋－＠")


@given(FORMULA)
def test_what_begins_like_a_formula_is_given_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", '"\'=1+1"'),
        ('=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'),
        ("-5", '"\'-5"'),
        ("O'Neill", '"O\'Neill"'),
        ("'=1", "\"''=1\""),
        ("a;=1", '"a;=1"'),
        (-5, "-5"),
        (Decimal("-1240.50"), "-1240.50"),
        (Decimal("1E+3"), "1000"),
        (date(2026, 11, 22), "2026-11-22"),
        (datetime(2026, 11, 22, 9, 5, tzinfo=UTC), "2026-11-22T09:05:00+00:00"),
        (None, ""),
    ],
)
def test_how_a_cell_is_written(cell, written: str) -> None:
    assert list(csv_lines(["A"], [[cell]])) == ['\ufeff"A"\r\n', f"{written}\r\n"]


@given(st.one_of(st.integers(), st.decimals(allow_nan=False, allow_infinity=False, places=2)))
def test_a_number_of_ours_stays_that_number(number) -> None:
    cell = read("".join(csv_lines(["A"], [[number]])))[1][0]
    assert Decimal(cell) == number
    assert set(cell) <= set("-0123456789.")


@pytest.mark.parametrize(
    "row", [["a"], [Decimal("NaN"), 1], [NO_ZONE, 1], [Decimal("Infinity"), 1]]
)
def test_what_is_no_row_is_refused(row) -> None:
    with pytest.raises(ValueError, match=r"row|number|moment"):
        list(csv_lines(["A", "B"], [row]))


def test_the_download_says_what_it_is() -> None:
    answer = spreadsheet("figures-2026-11-22", ["Ward"], [["Llandaf"], ["Y Tyllgoed"]])
    assert answer["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert answer["Content-Disposition"] == 'attachment; filename="figures-2026-11-22.csv"'
    assert answer.content == b'\xef\xbb\xbf"Ward"\r\n"Llandaf"\r\n"Y Tyllgoed"\r\n'
    with pytest.raises(ValueError, match="named"):
        spreadsheet('a"b', ["Ward"], [])
