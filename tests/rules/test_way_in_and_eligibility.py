"""The steps of the way in, and eligibility as data."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules.eligibility import UnknownEligibilityOutcome, eligible
from whatmatters.rules.hand_offs import hand_offs, waits
from whatmatters.rules.outcomes import WayInStep
from whatmatters.rules.way_in import STEPS, StepBeforeLast, StepRefused, check_step

DAY = date(2026, 4, 6)


def test_every_step_says_what_may_follow():
    assert set(STEPS) == set(WayInStep)


@pytest.mark.parametrize("over", [WayInStep.STARTED, WayInStep.WITHDRAWN])
@pytest.mark.parametrize("to", WayInStep)
def test_nothing_follows_the_end(over, to):
    with pytest.raises(StepRefused):
        check_step(over, DAY, to, DAY)


def test_nobody_starts_before_somebody_accepted():
    with pytest.raises(StepRefused) as refused:
        check_step(WayInStep.REQUESTED, DAY, WayInStep.STARTED, DAY)
    assert refused.value.params == {"now": "requested", "to": "started"}


def test_prevention_needs_no_eligibility():
    check_step(WayInStep.CONVERSATION, DAY, WayInStep.ROUTED, DAY)


def test_steps_are_taken_in_the_order_of_their_days():
    with pytest.raises(StepBeforeLast):
        check_step(WayInStep.REQUESTED, DAY, WayInStep.ROUTED, date(2026, 4, 5))


@given(st.lists(st.dates(date(2027, 1, 1), date(2029, 1, 1)), min_size=1).map(sorted))
def test_waits_add_up_to_the_whole(days):
    assert sum(waits(days)) == (days[-1] - days[0]).days
    assert len(waits(days)) == len(days)


@given(st.lists(st.none() | st.integers(1, 3)))
def test_hand_offs_are_changes_of_owner(owners):
    named = [o for o in owners if o is not None]
    assert 0 <= hand_offs(owners) <= max(0, len(named) - 1)
    assert (hand_offs(owners) == 0) == (len(set(named)) <= 1)


def test_enough_outcomes_out_of_reach_are_eligible():
    assert eligible({"a", "c"}, known="abcdefghij", needed=2)
    assert not eligible({"a"}, known="abcdefghij", needed=2)
    with pytest.raises(UnknownEligibilityOutcome):
        eligible({"z"}, known="abc", needed=1)
