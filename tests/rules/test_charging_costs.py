"""Whatever is paid and taken back: weeks together cost what was paid, and none is below nothing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules.charging.cost_values import PaidFor, Span
from whatmatters.rules.charging.costs import week_costs

pytestmark = pytest.mark.once

MONDAY = date(2026, 4, 6)


def span(what: PaidFor, first: int, days: int, pence: int) -> Span:
    begins = MONDAY + timedelta(days=first)
    return Span(what, begins, begins + timedelta(days=days - 1), pence)


spans = st.builds(
    span,
    st.sampled_from([one for one in PaidFor if one is not PaidFor.OTHER_WEEKS]),
    st.integers(0, 120),
    st.integers(1, 182),
    st.integers(-90_000, 120_000),
)


@given(st.lists(spans, max_size=8))
def test_all_weeks_together_cost_what_was_paid_and_none_is_below_nothing(given_spans):
    found = week_costs(given_spans)
    assert sum(c.pence for c in found.values()) == max(0, sum(s.pence for s in given_spans))
    assert all(cost.pence >= 0 for cost in found.values())
    assert all(cost.pence == sum(p.pence for p in cost.parts) for cost in found.values())


def test_more_taken_back_than_a_week_cost_lowers_the_weeks_before_it_then_those_after():
    paid = span(PaidFor.DAYS, 0, 28, 4000)
    back = span(PaidFor.REVIEW, 7, 7, -2500)
    # 10.00 a week. The second owes 15.00: the first gives 10.00 of it, the third 5.00.
    assert [c.pence for c in week_costs([paid, back]).values()] == [0, 0, 500, 1000]
    assert [p.pence for p in week_costs([paid, back])[MONDAY].parts] == [1000, -1000]
