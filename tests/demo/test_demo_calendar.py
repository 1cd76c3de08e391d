"""The days that are lived: whole weeks that begin on a Monday, right when the clocks change."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from whatmatters.demo.calendar import calendar_of, moment


def test_thirty_weeks_to_a_sunday() -> None:
    found = calendar_of(until=date(2026, 11, 22), weeks=30)
    assert found.start == date(2026, 4, 27)
    assert found.length == 210


def test_other_days_of_the_week_add_the_days_before() -> None:
    found = calendar_of(until=date(2026, 11, 24), weeks=4)
    assert found.start == date(2026, 10, 26)
    assert found.length == 30


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(4, 60))
def test_it_begins_on_a_monday_and_holds_its_weeks(until: date, weeks: int) -> None:
    found = calendar_of(until=until, weeks=weeks)
    assert found.start.weekday() == 0
    assert weeks * 7 <= found.length < weeks * 7 + 7
    days = list(found.days())
    assert (days[0], days[-1], len(days)) == (found.start, until, found.length)


def test_nine_in_the_morning_is_nine_in_london_on_both_sides_of_a_change() -> None:
    assert moment(date(2026, 10, 24), 9) == datetime(2026, 10, 24, 8, tzinfo=UTC)
    assert moment(date(2026, 10, 26), 9) == datetime(2026, 10, 26, 9, tzinfo=UTC)
