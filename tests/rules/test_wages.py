"""Pay against the floor, and a price against a wage: worked by hand, and properties."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules.wages.period import FiguresWrong, PayPeriod, assess_pay
from whatmatters.rules.wages.price import CostStructure, front_line_share, price_of, wage_from

FLOOR = Decimal("12.71")
# 23 calls in 12 hours for £64.80: the day of which the sources tell (requirements 1.0).
DAY = date(2026, 6, 1)
CALLS = PayPeriod(
    starts=DAY,
    ends=DAY,
    contact=345,  # 23 visits of 15 minutes
    travel=280,
    waiting=95,
    training=0,
    pay=6480,
    premium=0,
    for_travel=0,
    own_costs=0,
)
COST = CostStructure(
    travel=Fraction(1, 5),
    holiday=Fraction(1, 8),
    other=Fraction(0),
    insurance=Fraction(15, 100),
    insured_above=Decimal(5200),
    hours_a_week=Decimal(20),
    pension=Fraction(3, 100),
    miles=Decimal("1.40"),
    running=Fraction(17, 100),
    surplus=Fraction(3, 100),
)


def test_twenty_three_calls_in_twelve_hours_are_five_pounds_forty() -> None:
    found = assess_pay(CALLS, floor=FLOOR, most_days=31)
    assert found.minutes == 720  # 345 + 280 + 95
    assert found.hourly == Fraction("5.40")  # £64.80 / 12
    assert found.short_by == Fraction("7.31")  # 12.71 - 5.40
    assert found.owed == 8772  # 12 x £12.71 = £152.52, less £64.80
    assert not found.meets
    assert found.travel_hourly == 0
    assert not found.travel_is_paid


def test_a_visit_rate_that_passes_the_law_may_still_pay_nothing_for_travel() -> None:
    """10 hours of contact at £16.00 and 2 of travel unpaid: £160 / 12 = £13.33 an hour."""
    period = replace(CALLS, contact=600, travel=120, waiting=0, pay=16000)
    found = assess_pay(period, floor=FLOOR, most_days=31)
    assert found.hourly == Fraction(40, 3)
    assert (found.meets, found.owed) == (True, 0)
    assert (found.travel_hourly, found.travel_is_paid) == (Fraction(0), False)
    named = assess_pay(replace(period, for_travel=2542), floor=FLOOR, most_days=31)
    assert (named.travel_hourly, named.travel_is_paid) == (Fraction("12.71"), True)


def test_premiums_and_own_costs_do_not_count_and_a_part_of_a_penny_is_owed() -> None:
    """£130 less £10 for Sunday less £4.30 of fuel is £115.70 in 9 hours 7 minutes.

    547 minutes at £12.71 are 1271 x 547 / 60 = 11587.2833... pence; 11570 were paid: 17.28... are
    owed, so 18.
    """
    period = replace(
        CALLS, contact=547, travel=0, waiting=0, pay=13000, premium=1000, own_costs=430
    )
    found = assess_pay(period, floor=FLOOR, most_days=31)
    assert (found.counted, found.minutes, found.owed) == (11570, 547, 18)
    assert found.travel_hourly is None
    assert found.travel_is_paid


@pytest.mark.parametrize(
    ("change", "field", "why"),
    [
        ({"ends": date(2026, 5, 31)}, "ends", "before_the_first"),
        ({"ends": date(2026, 7, 2)}, "ends", "longer_than_a_month"),
        ({"contact": 0, "travel": 0, "waiting": 0}, "contact", "no_time"),
        ({"contact": 1441}, "contact", "more_than_the_days_hold"),
        ({"premium": 6481}, "premium", "more_than_the_pay"),
        ({"for_travel": 6481}, "for_travel", "more_than_the_pay"),
    ],
)
def test_what_cannot_be_is_refused_by_its_question(
    change: dict[str, object], field: str, why: str
) -> None:
    with pytest.raises(FiguresWrong) as refused:
        assess_pay(replace(CALLS, **change), floor=FLOOR, most_days=31)
    assert refused.value.params == {"field": field, "why": why}


def test_an_hour_at_twelve_pounds_costs_twenty_four_fifty_two() -> None:
    """Pay 12.00 + travel 2.40 = 14.40; holiday 1.80, so 16.20.

    Free of insurance: 5200 / 52 / 20 = £5 for a paid hour, 1.2 of them = 6.00; 15% of 10.20 = 1.53.
    Pension 3% of 16.20 = 0.486. Miles 1.40. Staff 19.616; / 0.80 = 24.52; 17% of it is
    4.1684, 3% is 0.7356.
    """
    parts = {part.code: part.pounds for part in price_of(Decimal(12), COST)}
    assert parts == {
        "contact": Fraction(12),
        "travel": Fraction("2.4"),
        "holiday": Fraction("1.8"),
        "other": Fraction(0),
        "insurance": Fraction("1.53"),
        "pension": Fraction("0.486"),
        "miles": Fraction("1.4"),
        "running": Fraction("4.1684"),
        "surplus": Fraction("0.7356"),
    }
    assert sum(parts.values()) == Fraction("24.52")


def test_twenty_pounds_cannot_pay_the_wage_of_2026() -> None:
    """20 x 0.80 - 1.40 = 14.60; + 15% of 6.00 = 15.50; / 1.18 / 1.35 = 15.5 / 1.593 = 9.7300..."""
    possible = wage_from(Decimal(20), COST)
    assert possible == Fraction("15.5") / Fraction("1.593")
    assert possible < FLOOR
    # Pay, travel and holiday of 9.73: 9.7300... x 1.2 x 1.125 / 20 = 65.67...%
    share = front_line_share(possible, Decimal(20), COST)
    assert share == Fraction("15.5") / Fraction("1.18") / 20


def test_below_the_threshold_no_insurance_is_paid_and_too_little_pays_nothing() -> None:
    """At £9 a price leaves 7.20 - 1.40 = 5.80; / 1.03 = 5.63... below 6.00; / 1.35 = 4.17..."""
    assert wage_from(Decimal(9), COST) == Fraction("5.8") / Fraction("1.03") / Fraction("1.35")
    assert wage_from(Decimal("1.75"), COST) == 0


def test_a_business_that_takes_all_of_it_is_refused() -> None:
    with pytest.raises(FiguresWrong) as refused:
        price_of(Decimal(12), replace(COST, running=Fraction(97, 100)))
    assert refused.value.params == {"field": "running", "why": "nothing_left_for_staff"}


shares = st.fractions(0, Fraction(2, 5), max_denominator=1000)


@given(
    wage=st.decimals(1, 40, places=2),
    travel=shares,
    holiday=shares,
    pension=shares,
    insurance=shares,
    hours=st.decimals(1, 60, places=1),
)
def test_the_price_of_a_wage_pays_that_wage_again(
    wage: Decimal,
    travel: Fraction,
    holiday: Fraction,
    pension: Fraction,
    insurance: Fraction,
    hours: Decimal,
) -> None:
    cost = replace(
        COST,
        travel=travel,
        holiday=holiday,
        pension=pension,
        insurance=insurance,
        hours_a_week=hours,
    )
    price = sum((part.pounds for part in price_of(wage, cost)), Fraction(0))
    assert wage_from(price, cost) == Fraction(wage)  # type: ignore[arg-type]


@given(pay=st.integers(0, 10**6), minutes=st.integers(1, 44640))
def test_what_is_owed_brings_pay_to_the_floor_and_a_penny_less_does_not(
    pay: int, minutes: int
) -> None:
    period = replace(CALLS, ends=date(2026, 7, 1), contact=minutes, travel=0, waiting=0, pay=pay)
    found = assess_pay(period, floor=FLOOR, most_days=31)
    if found.owed:
        assert assess_pay(replace(period, pay=pay + found.owed), floor=FLOOR, most_days=31).meets
        less = replace(period, pay=pay + found.owed - 1)
        assert not assess_pay(less, floor=FLOOR, most_days=31).meets
