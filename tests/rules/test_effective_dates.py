"""A value in force on a day; nothing is guessed where none or two are."""

from datetime import date

import pytest

from whatmatters.rules.effective import Dated, NothingInForce, TwoInForce, in_force

ROWS = [
    Dated(date(2025, 4, 1), date(2026, 3, 31), "old"),
    Dated(date(2026, 4, 1), None, "new"),
]


def test_the_last_day_is_included_and_the_next_row_follows():
    assert in_force(ROWS, date(2026, 3, 31)) == "old"
    assert in_force(ROWS, date(2026, 4, 1)) == "new"


def test_before_the_first_row_nothing_is_in_force():
    with pytest.raises(NothingInForce) as refused:
        in_force(ROWS, date(2025, 3, 31), what="rate")
    assert refused.value.params == {"what": "rate", "on": date(2025, 3, 31)}


def test_two_rows_for_a_day_are_refused():
    with pytest.raises(TwoInForce):
        in_force([*ROWS, Dated(date(2026, 1, 1), None, "other")], date(2026, 5, 1))
