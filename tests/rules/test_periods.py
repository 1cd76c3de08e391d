"""Periods tile for ever, whatever the anchor, the year's end or the clocks (R5)."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.policy.queries import bank_holidays, period_days
from whatmatters.rules.periods import (
    PERIOD_DAYS,
    NotAPeriodStart,
    Period,
    cut,
    period_containing,
    period_from,
    period_starting,
    periods,
    week_of,
)
from whatmatters.rules.working_days import BeyondHolidayTable, working_days_between

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def test_the_constant_and_the_policy_say_the_same():
    assert PERIOD_DAYS == period_days() == 28


@pytest.mark.parametrize("offset", range(28))
def test_every_date_from_1990_to_2100_is_in_exactly_one_period(offset):
    anchor = date(2026, 4, 6) + timedelta(days=offset)
    tiles = list(periods(date(1990, 1, 1), date(2100, 12, 31), anchor))
    assert tiles[0].start <= date(1990, 1, 1)
    assert tiles[-1].last_day >= date(2100, 12, 31)
    assert all(one.end == other.start for one, other in pairwise(tiles))
    assert {tile.days for tile in tiles} == {28}


@given(days, days)
def test_a_day_is_in_its_period_and_its_period_starts_where_it_says(day, anchor):
    period = period_containing(day, anchor)
    assert day in period
    assert (period.start - anchor).days % 28 == 0
    assert period_starting(period.start, anchor) == period


def test_a_day_that_starts_no_period_is_refused_with_the_nearest():
    with pytest.raises(NotAPeriodStart) as refused:
        period_starting(date(2026, 4, 20), date(2026, 4, 6))
    assert refused.value.nearest == (date(2026, 4, 6), date(2026, 5, 4))


def test_some_years_hold_fourteen_payments():
    anchor = date(2020, 1, 6)
    starts = [p.last_day for p in periods(date(2020, 1, 1), date(2020, 12, 31), anchor)]
    assert sum(day.year == 2020 for day in starts) == 13
    in_2043 = [
        sum(p.last_day.year == 2043 for p in periods(date(2043, 1, 1), date(2043, 12, 31), a))
        for a in (date(2043, 1, 5) + timedelta(days=n) for n in range(28))
    ]
    assert set(in_2043) == {13, 14}


def test_the_last_night_of_summer_time_shortens_no_period():
    assert period_from(date(2026, 10, 5)).end == date(2026, 11, 2)


@given(st.lists(days, max_size=8), days)
def test_a_cut_period_is_tiled_by_its_parts(changes, start):
    whole = period_from(start)
    near = [start + timedelta(days=change.day) for change in changes]
    parts = cut(whole, [*changes, *near])
    assert (parts[0].start, parts[-1].end) == (whole.start, whole.end)
    assert all(one.end == other.start for one, other in pairwise(parts))
    assert all(part.days > 0 for part in parts)


def test_overlap_is_of_days_both_included():
    period = Period(date(2026, 4, 6), date(2026, 5, 4))
    assert period.overlap(date(2026, 4, 20), None) == (date(2026, 4, 20), date(2026, 5, 3))
    assert period.overlap(date(2026, 1, 1), date(2026, 4, 6)) == (date(2026, 4, 6),) * 2
    assert period.overlap(date(2026, 5, 4), None) is None


def test_a_week_is_monday_to_sunday():
    assert week_of(date(2026, 4, 12)) == Period(date(2026, 4, 6), date(2026, 4, 13))


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2027, 3, 23), date(2027, 4, 1), 5),  # Good Friday and Easter Monday are none
        (date(2026, 12, 24), date(2026, 12, 29), 1),  # Christmas, weekend, substitute Boxing Day
        (date(2026, 5, 4), date(2026, 5, 4), 0),
        (date(2026, 5, 8), date(2026, 5, 11), 1),
        (date(2026, 5, 11), date(2026, 5, 8), 0),
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(first, last, count):
    assert working_days_between(first, last, bank_holidays()) == count


def test_the_tables_own_first_and_last_day_are_inside_it():
    assert working_days_between(date(2028, 12, 29), date(2028, 12, 31), bank_holidays()) == 0
    assert working_days_between(date(2024, 1, 1), date(2024, 1, 2), bank_holidays()) == 1


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2029, 1, 1)])
def test_beyond_the_table_nothing_is_guessed(day):
    with pytest.raises(BeyondHolidayTable):
        working_days_between(date(2026, 1, 5), day, bank_holidays())
