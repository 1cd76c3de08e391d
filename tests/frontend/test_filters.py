"""Money, days and shares in the words of the page."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from django.utils.formats import date_format
from django.utils.translation import override

from whatmatters.frontend.marks import initials
from whatmatters.frontend.templatetags import wm


@dataclass
class Weeks:
    start: date
    last_day: date


@pytest.mark.parametrize(
    ("pence", "words"),
    [
        (124050, "£1,240.50"),
        (0, "£0.00"),
        (7, "£0.07"),
        (-18720, "−£187.20"),
        (123456789012, "£1,234,567,890.12"),
        (None, ""),
    ],
)
def test_pounds(pence: int | None, words: str) -> None:
    assert wm.pounds(pence) == words


def test_days_in_both_languages() -> None:
    with override("en-gb"):
        assert wm.day(date(2026, 11, 22)) == "22 November 2026"
        assert wm.weekday(date(2026, 11, 22)) == "Sunday 22 November 2026"
        assert date_format(date(2026, 11, 22)) == "22 November 2026"
    with override("cy"):
        assert wm.day(date(2026, 11, 22)) == "22 Tachwedd 2026"
        assert wm.weekday(date(2026, 11, 24)) == "Dydd Mawrth 24 Tachwedd 2026"
        assert date_format(date(2026, 11, 22)) == "22 Tachwedd 2026"


def test_a_moment_late_in_july_is_the_next_day_in_london() -> None:
    late = datetime(2026, 7, 31, 23, 30, tzinfo=UTC)
    with override("en-gb"):
        assert wm.moment(late) == "1 August 2026, 0:30"
        assert wm.day(late) == "1 August 2026"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 10, 26), date(2026, 11, 22), "26 October to 22 November 2026"),
        (date(2026, 12, 21), date(2027, 1, 17), "21 December 2026 to 17 January 2027"),
        (date(2026, 11, 2), date(2026, 11, 22), "2 to 22 November 2026"),
        (date(2026, 11, 2), date(2026, 11, 2), "2 November 2026"),
    ],
)
def test_period_words(first: date, last: date, words: str) -> None:
    with override("en-gb"):
        assert wm.period_words(first, last) == words
        assert wm.period_words(Weeks(first, last)) == words


def test_period_words_in_welsh() -> None:
    with override("cy"):
        words = wm.period_words(date(2026, 10, 26), date(2026, 11, 22))
    assert words == "26 Hydref i 22 Tachwedd 2026"


@pytest.mark.parametrize(
    ("share", "words"),
    [(Fraction(212, 287), "74%"), (0.5, "50%"), (Fraction(1, 200), "1%"), (1, "100%")],
)
def test_percent(share: float, words: str) -> None:
    assert wm.percent(share) == words


@pytest.mark.parametrize(
    ("kind", "name", "letters"),
    [
        ("person", "Ifan Hughes", "I"),
        ("family", "ŵyn", "Ŵ"),
        ("person", "Llinos", "Ll"),
        ("org", "Gofal Llŷn", "GLl"),
        ("org", "Cyngor Gwynedd", "CG"),
        ("org", "Bwrdd Iechyd Prifysgol Eryri", "BIP"),
        ("org", "Menter Mawr Wen", "MM"),
        ("worker", "O’Neill", "O"),
        ("person", "", ""),
    ],
)
def test_initials(kind: str, name: str, letters: str) -> None:
    assert initials(kind, name) == letters


def test_a_small_square_has_room_for_two_letters() -> None:
    assert initials("org", "Cyngor Bwrdeistref Dinbych", "small") == "CB"
    assert initials("org", "Menter Mawr", "small") == "M"
