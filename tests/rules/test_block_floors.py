"""A block's agreed floor beside each National Living Wage that is known. All rates invented."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from whatmatters.rules.blocks.floors import FloorSeen, floor_seen
from whatmatters.rules.effective import Dated

pytestmark = pytest.mark.once
FIRST, LAST = date(2026, 4, 6), date(2027, 4, 4)
NOW = Dated(date(2026, 4, 1), date(2027, 3, 31), Decimal("12.71"))
NEXT = Dated(date(2027, 4, 1), date(2028, 3, 31), Decimal("13.50"))


def test_a_floor_that_was_above_the_law_falls_under_it_when_the_next_is_published() -> None:
    agreed = Fraction("13.45")
    assert floor_seen(agreed, FIRST, LAST, [NOW]) == FloorSeen(date(2027, 3, 31), None)
    under = (date(2027, 4, 1), Decimal("13.50"))
    assert floor_seen(agreed, FIRST, LAST, [NOW, NEXT]) == FloorSeen(date(2028, 3, 31), under)


def test_a_rate_of_days_after_the_block_s_last_does_not_count() -> None:
    assert floor_seen(Fraction("13.45"), FIRST, date(2027, 3, 31), [NOW, NEXT]).under is None
    assert floor_seen(Fraction("13.50"), FIRST, LAST, [NOW, NEXT]).under is None
    open_ended = Dated(NEXT.starts, None, NEXT.value)
    assert floor_seen(Fraction("14"), FIRST, LAST, [NOW, open_ended]) == FloorSeen(None, None)
