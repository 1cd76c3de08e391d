"""The clock of an episode, and a cohort whose ends add to a hundred."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.policy.episodes import end_states, instruments
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.episodes import Stands, cohort, last_day, stands, state_at_close
from whatmatters.rules.outcomes import EndReason

pytestmark = pytest.mark.once
FIRST, LAST = date(2026, 4, 6), date(2026, 4, 26)


def test_the_clock_has_its_weeks_and_one_more_at_most() -> None:
    assert last_day(FIRST, 3, 0) == LAST
    assert last_day(FIRST, 3, 1) == date(2026, 5, 3)
    assert last_day(FIRST, 12, 0) == date(2026, 6, 28)


def test_where_it_stands() -> None:
    assert stands(FIRST, LAST, None, date(2026, 4, 5)) is Stands.TO_BEGIN
    assert stands(FIRST, LAST, None, LAST) is Stands.RUNS
    assert stands(FIRST, LAST, None, date(2026, 4, 27)) is Stands.WAITS
    assert stands(FIRST, LAST, FIRST, FIRST) is Stands.OVER
    assert stands(FIRST, LAST, date(2026, 4, 5), FIRST) is Stands.NEVER_BEGAN


def test_what_happened_after_its_weeks_is_not_how_it_ended() -> None:
    assert state_at_close(EndReason.DIED, LAST, LAST) is EndState.DIED
    assert state_at_close(EndReason.DIED, date(2026, 4, 27), LAST) is EndState.UNKNOWN
    assert state_at_close(EndReason.MOVED, LAST, LAST) is EndState.OTHER


def test_three_ends_of_three_add_to_a_hundred() -> None:
    told = [(Stands.OVER, one) for one in (EndState.INDEPENDENT, EndState.SAME, EndState.DIED)]
    open_ones = [(Stands.RUNS, None), (Stands.WAITS, None), (Stands.NEVER_BEGAN, EndState.OTHER)]
    found = cohort([*told, *open_ones])
    assert (found.begun, found.over, found.waiting, found.running) == (5, 3, 1, 1)
    shares = {state: share for state, share in found.percents.items() if share}
    assert shares == {EndState.INDEPENDENT: 34, EndState.SAME: 33, EndState.DIED: 33}


@given(st.lists(st.sampled_from(EndState), min_size=1, max_size=60))
def test_every_cohort_adds_up(ends: list[EndState]) -> None:
    found = cohort((Stands.OVER, one) for one in ends)
    assert sum(found.counts.values()) == found.begun == len(ends)
    assert sum(found.percents.values()) == 100
    assert all((share == 0) or found.counts[one] for one, share in found.percents.items())


def test_the_lists_are_dated() -> None:
    assert end_states(date(1999, 12, 31)) == frozenset()
    assert end_states(FIRST) == frozenset(EndState)
    assert {one.key: (one.least, one.most) for one in instruments()} == {
        "barthel/20": (0, 20),
        "neadl/66": (0, 66),
    }
