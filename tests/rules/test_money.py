"""Rounding, sharing and spreading: to the penny, both signs, and always adding back."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules.money import half_up, pence, share_out, spread
from whatmatters.rules.money_text import exact_text, pounds_text

prices = st.integers(0, 100_000_000)


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [("2.5", 3), ("-2.5", -3), ("2.49", 2), ("-2.49", -2), ("0.5", 1), ("0", 0), ("-0.5", -1)],
)
def test_a_half_goes_away_from_zero(amount, rounded):
    assert half_up(Decimal(amount)) == rounded
    assert half_up(Fraction(amount)) == rounded


def test_pounds_become_exact_pence():
    assert pence(Decimal("22.405")) == Fraction(22405, 10)


@given(st.integers(-10_000_000, 10_000_000), st.lists(st.integers(1, 1000), min_size=1, max_size=6))
def test_shares_add_back_and_none_is_a_penny_from_its_own(total, parts):
    shares = [Fraction(part, sum(parts)) for part in parts]
    shared = share_out(total, shares)
    assert sum(shared) == total
    assert all(abs(got - total * share) < 1 for got, share in zip(shared, shares, strict=True))


@given(st.integers(0, 1_000_000), st.lists(st.integers(1, 1000), min_size=1, max_size=6))
def test_a_clawback_is_shared_as_the_payment_was(total, parts):
    shares = [Fraction(part, sum(parts)) for part in parts]
    assert share_out(-total, shares) == tuple(-part for part in share_out(total, shares))


def test_a_tie_goes_to_the_payer_listed_first():
    assert share_out(375, [Fraction(1, 2), Fraction(3, 10), Fraction(1, 5)]) == (188, 112, 75)
    assert share_out(1, [Fraction(1, 2), Fraction(1, 2)]) == (1, 0)


def test_shares_that_do_not_add_to_1_are_refused():
    with pytest.raises(ValueError, match="add to 1"):
        share_out(100, [Fraction(1, 2)])


@given(prices, st.integers(1, 1000), st.lists(st.integers(0, 1000), max_size=30))
def test_instalments_add_back_to_the_penny_however_the_days_are_cut(price, days, cuts):
    edges = sorted({0, days, *(cut % (days + 1) for cut in cuts)})
    assert sum(spread(price, a, b, days) for a, b in pairwise(edges)) == price


@given(prices, st.integers(1, 1000), st.data())
def test_merging_two_periods_changes_no_penny(price, days, data):
    a, b, c = sorted(data.draw(st.tuples(*[st.integers(0, days)] * 3)))
    apart = spread(price, a, b, days) + spread(price, b, c, days)
    assert apart == spread(price, a, c, days)


def test_past_its_days_a_price_goes_on_at_the_old_daily_price():
    assert spread(278300, 84, 91, 84) == 23192  # 278300 x 7/84 = 23191.67


def test_exact_numbers_as_text():
    numbers = [Fraction(3, 5), Fraction(1, 3), Fraction(5), Fraction(-1, 8), Fraction(1000)]
    assert [exact_text(n) for n in numbers] == ["0.6", "1/3", "5", "-0.125", "1000"]


def test_pounds_for_a_reader():
    assert [pounds_text(p) for p in (0, 5, -50094, 222640)] == [
        "£0.00",
        "£0.05",
        "-£500.94",
        "£2,226.40",
    ]
