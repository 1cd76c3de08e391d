"""Room in a fund's account, to the penny, and an agreed spend's: worked by hand."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules.funds.account import Moved, ending, room
from whatmatters.rules.funds.agreed import Agreed, Every, agreed_by, agreed_room

FIRST = date(2026, 4, 6)
DAYS = st.integers(0, 60).map(lambda n: FIRST + timedelta(days=n))


def test_an_ending_below_zero_gives_nothing_back_and_shares_add_to_the_balance() -> None:
    assert ending(-5_000, 240_000).returned == ending(-5_000, 240_000).carried == 0
    assert (ending(240_000, 240_000).carried, ending(240_000, 240_000).returned) == (240_000, 0)
    assert (ending(240_001, 240_000).carried, ending(240_001, 240_000).returned) == (240_000, 1)
    assert (ending(1, None).carried, ending(1, None).returned) == (0, 1)


def test_each_time_that_has_begun_is_agreed_and_none_after_the_last_day() -> None:
    weekly = Agreed(Every.WEEK, 900, FIRST, FIRST + timedelta(days=13))
    told = [agreed_by(weekly, FIRST + timedelta(days=n)) for n in (-1, 0, 6, 7, 13, 14, 99)]
    assert told == [0, 900, 900, 1800, 1800, 1800, 1800]
    monthly = Agreed(Every.FOUR_WEEKS, 4_000, FIRST, FIRST + timedelta(days=363))
    assert [agreed_by(monthly, FIRST + timedelta(days=n)) for n in (27, 28, 363)] == [
        4_000,
        8_000,
        52_000,
    ]


@given(
    moves=st.lists(st.tuples(DAYS, st.integers(-9_000, 9_000))),
    on=DAYS,
    overdraft=st.integers(0, 3_000),
)
def test_what_there_is_room_for_leaves_no_day_below_and_a_penny_more_does(moves, on, overdraft):
    moved = [Moved(*one) for one in moves]
    most = room(moved, on, overdraft)

    def lowest(pence: int) -> int:
        after = [*moved, Moved(on, -pence)]
        days = [one.on for one in after if one.on >= on]
        return min(sum(one.pence for one in after if one.on <= day) for day in days)

    if most:
        assert lowest(most) >= -overdraft
    assert lowest(most + 1) < -overdraft


@given(spent=st.lists(st.tuples(DAYS, st.integers(1, 2_000)), max_size=8), on=DAYS)
def test_an_agreed_spend_is_never_ahead_of_its_weeks(spent, on):
    weekly = Agreed(Every.WEEK, 1_000, FIRST, FIRST + timedelta(days=50))
    moved = [Moved(*one) for one in spent]
    most = agreed_room(weekly, moved, on)
    more = [*moved, Moved(on, most + 1)]
    days = {one.on for one in more if one.on >= on}
    assert any(sum(o.pence for o in more if o.on <= day) > agreed_by(weekly, day) for day in days)
