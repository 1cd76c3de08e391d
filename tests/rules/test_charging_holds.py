"""What holds of every charge, whatever the facts; and what went wrong elsewhere, played again."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.policy.charging import england_rates, wales_rates
from whatmatters.rules.charging import england, wales
from whatmatters.rules.charging.arrangement import Arrangement, Basis, ValueBand
from whatmatters.rules.charging.bases import WeekFacts
from whatmatters.rules.charging.correcting import line_due
from whatmatters.rules.charging.means import Affordable, Means
from whatmatters.rules.charging.week import weekly_charge
from whatmatters.rules.periods import week_of

pytestmark = pytest.mark.once

WEEK = week_of(date(2026, 6, 1))
ALL = Affordable(None, None, (), ())
pounds = st.decimals(0, 2000, places=2)
minutes = st.integers(0, 10_080)
arrangements = st.builds(
    Arrangement,
    st.sampled_from(list(Basis)),
    hourly_rate=pounds,
    share=st.decimals(0, 1, places=4),
    bundle_hours=pounds,
    bundle_weeks=st.integers(1, 52),
    bands=st.just((ValueBand(Decimal(100), Decimal(20)), ValueBand(None, Decimal(75)))),
    local_cap=st.none() | pounds,
    guarantee=pounds,
    guarantee_until=st.sampled_from([date(2026, 5, 31), date(2026, 6, 1)]),
)
facts = st.builds(
    WeekFacts,
    minutes,
    minutes,
    st.fractions(0, 500_000, max_denominator=84),
    st.integers(-5_000, 500_000),
    st.integers(0, 7),
)
people = st.builds(
    Means,
    income=pounds,
    capital=st.decimals(0, 40_000, places=2),
    housing_costs=pounds,
    disability_costs=pounds,
    minimum_income=pounds,
    declined=st.booleans(),
)


@given(arrangements, facts, people, st.sampled_from(["england", "wales"]))
def test_never_below_nothing_nor_above_cost_cap_or_means(arrangement, seen, means, nation):
    if nation == "england":
        affordable = england.affordable(means, england_rates(WEEK.start))
    else:
        affordable = wales.affordable(means, wales_rates(WEEK.start))
    charge = weekly_charge(WEEK, arrangement, seen, affordable)
    most = max(Fraction(0), Fraction(seen.cost) * (7 - seen.free_days) / 7)
    assert 0 <= charge.pence <= most
    if affordable.pence is not None:
        assert charge.pence <= affordable.pence
    if nation == "wales":
        assert charge.pence <= 10_000
    if arrangement.local_cap is not None:
        assert charge.pence <= Fraction(arrangement.local_cap) * 100
    if arrangement.guarantee_until == date(2026, 6, 1):
        assert charge.pence <= Fraction(arrangement.guarantee) * 100
    if arrangement.basis is Basis.NONE or seen.free_days == 7:
        assert charge.pence == 0
    # Within a penny of the smallest: nothing is taken off in silence either.
    assert min(limit.pence for limit in charge.limits) - charge.pence < 1


@given(st.lists(st.integers(0, 20_000), min_size=1, max_size=12))
def test_corrections_bring_a_week_to_what_is_right_exactly(rights):
    posted = []
    for right in rights:
        due = line_due(posted, right)
        if due is not None:
            assert due.correction == len(posted)
            posted.append(due.pence)
        assert sum(posted) == right
        assert line_due(posted, right) is None


def charged(arrangement, seen, means=ALL):
    return weekly_charge(WEEK, arrangement, seen, means)


BY_PLAN = Arrangement(Basis.PLANNED_HOURS, Decimal("22.50"))
# 14 hours planned: 315.00. 9 hours 30 were given and paid for: 213.75.
LESS_GIVEN = WeekFacts(planned_minutes=840, delivered_minutes=570, cost=21375)


def test_nobody_is_charged_for_more_than_was_received():
    week = charged(BY_PLAN, LESS_GIVEN)
    assert (week.pence, week.decided_by) == (21375, "cost")


def test_a_bill_can_be_worked_out_again_from_what_it_says_of_itself():
    means = Means(
        income=Decimal("330.00"),
        basic_entitlement=Decimal("200.00"),
        housing_costs=Decimal("12.40"),
    )
    told = charged(BY_PLAN, LESS_GIVEN, wales.affordable(means, wales_rates(WEEK.start)))
    said = told.explained()
    base = said["limits"][0]["steps"][0]["inputs"]
    assert Fraction(base["minutes"]) / 60 * Fraction(base["hourly_rate"]) * 100 == Fraction(
        said["limits"][0]["pence"]
    )
    minimum, result = (step["inputs"] for step in said["means"])
    left = (
        Fraction(minimum["basic_entitlement"])
        + Fraction(minimum["buffer"])
        + Fraction(minimum["disability"])
    )
    can = Fraction(result["income"]) - Fraction(result["housing_costs"]) - left
    assert can * 100 == Fraction(said["limits"][1]["pence"]) == 2760  # 330 - 12.40 - 290
    assert said["pence"] == min(Fraction(limit["pence"]) for limit in said["limits"]) == 2760
    assert said["decided_by"] == "affordable"


def test_a_reduced_package_is_charged_as_reduced_and_the_rest_goes_back():
    before = charged(BY_PLAN, WeekFacts(planned_minutes=840, cost=31500)).pence
    after = charged(BY_PLAN, WeekFacts(planned_minutes=420, cost=15750)).pence
    assert (before, after, line_due([before], after).pence) == (31500, 15750, -15750)


def test_a_suspension_that_was_paid_by_mistake_is_not_charged_once_the_pay_is_taken_back():
    by_mistake = charged(BY_PLAN, WeekFacts(planned_minutes=840, cost=31500)).pence
    taken_back = charged(BY_PLAN, WeekFacts(planned_minutes=840, cost=0)).pence
    due = line_due([by_mistake], taken_back)
    assert (taken_back, due.kind, due.pence) == (0, "refund", -31500)


def test_three_changes_of_one_week_claw_back_neither_too_much_nor_too_little():
    # 213.75 was charged; a finding brings 150.00, its withdrawal 213.75 again, an error 210.00.
    posted = [21375]
    for right, line in ((15000, -6375), (21375, 6375), (21000, -375)):
        due = line_due(posted, right)
        assert due.pence == line
        posted.append(due.pence)
    assert sum(posted) == 21000


def test_an_assessed_contribution_is_what_is_charged_and_not_the_whole_cost():
    assessed = wales.affordable(
        Means(income=Decimal("322.60"), basic_entitlement=Decimal(200)), wales_rates(WEEK.start)
    )
    week = charged(BY_PLAN, LESS_GIVEN, assessed)
    assert (week.pence, week.decided_by) == (3260, "affordable")  # 322.60 - 290
