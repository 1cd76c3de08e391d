"""Charges worked by hand with their intermediate figures: bases, means, free days, caps."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from whatmatters.policy.charging import england_rates, wales_rates
from whatmatters.rules.charging import england, wales
from whatmatters.rules.charging.arrangement import (
    Arrangement,
    Basis,
    ValueBand,
    check_arrangement,
)
from whatmatters.rules.charging.bases import WeekFacts, base_of
from whatmatters.rules.charging.means import Affordable, Allowance, Means, check_means
from whatmatters.rules.charging.refusals import ChargeFiguresWrong, RateNotKnown
from whatmatters.rules.charging.week import free_days, weekly_charge
from whatmatters.rules.periods import week_of

pytestmark = pytest.mark.once

JUNE_2025 = date(2025, 6, 2)
JUNE_2026 = date(2026, 6, 1)
NO_LIMIT = Affordable(None, None, (), ())
HOURLY = Arrangement(Basis.PLANNED_HOURS, hourly_rate=Decimal("23.50"))
# 10 hours 30 minutes at 23.50 are 246.75; the council paid 240.00.
TEN_HOURS = WeekFacts(planned_minutes=630, delivered_minutes=560, cost=24000)
BANDS = (
    ValueBand(Decimal(100), Decimal(20)),
    ValueBand(Decimal(300), Decimal(45)),
    ValueBand(None, Decimal(70)),
)
# 278300 pence over 84 days are 23191 2/3 pence a week, 231.9166... pounds.
PLAN = WeekFacts(plan_pence=Fraction(278300 * 7, 84), cost=23191)


def charged(arrangement, facts, means=NO_LIMIT, monday=JUNE_2026):
    return weekly_charge(week_of(monday), arrangement, facts, means)


def in_england(means, monday=JUNE_2025):
    return england.affordable(means, england_rates(monday))


def in_wales(means, monday=JUNE_2026):
    return wales.affordable(means, wales_rates(monday))


@pytest.mark.parametrize(
    ("arrangement", "facts", "exact", "whole"),
    [
        (HOURLY, TEN_HOURS, Fraction(24675), 24000),  # 10.5 x 2350, held to what it cost
        # 9 hours 20 minutes: 28/3 x 2350 = 21933 1/3
        (
            Arrangement(Basis.DELIVERED_MINUTES, Decimal("23.50")),
            TEN_HOURS,
            Fraction(65800, 3),
            21933,
        ),
        # 91 hours over 13 weeks are 7 a week; 7 x 2400 = 16800; half is hers
        (
            Arrangement(Basis.BUNDLE_SHARE, Decimal(24), Decimal("0.5"), Decimal(91), 13),
            WeekFacts(cost=16800),
            Fraction(8400),
            8400,
        ),
        (Arrangement(Basis.FLAT_BAND, bands=BANDS), PLAN, Fraction(4500), 4500),
        # a fifth of 23191 2/3
        (Arrangement(Basis.PLAN_PRICE_SHARE, share=Decimal("0.2")), PLAN, Fraction(13915, 3), 4638),
        (Arrangement(Basis.NONE), TEN_HOURS, Fraction(0), 0),
    ],
)
def test_each_basis(arrangement, facts, exact, whole):
    assert base_of(arrangement, facts).pence == exact
    assert charged(arrangement, facts).pence == whole


@pytest.mark.parametrize(
    ("value", "charge"), [(0, 0), (9999, 2000), (10000, 2000), (10001, 4500), (30001, 7000)]
)
def test_a_flat_band_reaches_to_its_last_penny(value, charge):
    facts = WeekFacts(plan_pence=Fraction(value))
    assert base_of(Arrangement(Basis.FLAT_BAND, bands=BANDS), facts).pence == charge


def test_england_by_hand():
    means = Means(
        income=Decimal("250.00"),
        capital=Decimal(16100),
        housing_costs=Decimal(20),
        disability_costs=Decimal(15),
        allowances=(
            Allowance.SINGLE_25_TO_PENSION,
            Allowance.DISABILITY_PREMIUM,
            Allowance.ENHANCED_DISABILITY_PREMIUM,
        ),
    )
    found = in_england(means)
    tariff, guarantee, result = found.steps
    # 16100 - 14250 = 1850; 1850 / 250 = 7.4, so 8 steps of a pound
    assert (tariff.inputs["steps"], tariff.pence) == ("8", 800)
    assert guarantee.pence == 18640  # 112.50 + 49.65 + 24.25
    assert result.pence == 3660  # 250 + 8 - 20 - 15 - 186.40
    week = charged(HOURLY, TEN_HOURS, found, JUNE_2025)
    assert (week.pence, week.decided_by) == (3660, "affordable")
    assert week.explained()["unverified"] == []


@pytest.mark.parametrize(
    ("capital", "pounds"), [("14250", 0), ("14250.01", 1), ("14500", 1), ("23250", 36)]
)
def test_tariff_income_counts_a_part_of_a_step_as_one(capital, pounds):
    means = Means(capital=Decimal(capital), minimum_income=Decimal(0))
    assert in_england(means).pence == pounds * 100


def test_capital_over_the_upper_limit_leaves_the_cost_as_the_limit():
    means = Means(capital=Decimal("23250.01"), minimum_income=Decimal(200))
    found = in_england(means)
    assert found.pence is None
    assert charged(HOURLY, TEN_HOURS, found, JUNE_2025).pence == 24000


def test_an_english_rate_that_nobody_has_read_is_refused_and_a_derived_one_says_so():
    pension = Means(income=Decimal(300), allowances=(Allowance.SINGLE_PENSION_AGE,))
    with pytest.raises(RateNotKnown) as refused:
        in_england(pension, JUNE_2026)
    assert refused.value.params == {"rate": "single_pension_age", "on": JUNE_2026}
    told = Means(income=Decimal(300), minimum_income=Decimal("240.00"))
    assert in_england(told, JUNE_2026).pence == 6000
    working = Means(income=Decimal(200), allowances=(Allowance.SINGLE_25_TO_PENSION,))
    week = charged(HOURLY, TEN_HOURS, in_england(working, JUNE_2026))
    assert week.pence == 7960  # 200 - 120.40
    assert week.explained()["unverified"] == ["single_25_to_pension"]


def test_wales_by_hand():
    means = Means(income=Decimal(330), basic_entitlement=Decimal("227.10"))
    minimum, result = in_wales(means).steps
    # 227.10 + 35% (79.485) + 10% (22.71) = 329.295; 330 less that is 0.705
    assert minimum.inputs["buffer"] == "79.485"
    assert minimum.inputs["disability"] == "22.71"
    assert (minimum.pence, result.pence) == (Fraction("32929.5"), Fraction("70.5"))
    week = charged(HOURLY, TEN_HOURS, in_wales(means))
    assert (week.pence, week.decided_by) == (70, "affordable")  # 70.5 pence, rounded once, down
    assert week.explained()["unverified"] == ["disability"]


def test_the_welsh_weekly_maximum_holds_over_what_could_be_afforded():
    # 200 + 70 + 20 = 290; 480 - 30 - 290 = 160: more than 100
    means = Means(income=Decimal(480), housing_costs=Decimal(30), basic_entitlement=Decimal(200))
    found = in_wales(means)
    assert found.pence == 16000
    week = charged(HOURLY, TEN_HOURS, found)
    assert (week.pence, week.decided_by) == (10000, "national_cap")
    rich = charged(
        HOURLY, TEN_HOURS, in_wales(Means(capital=Decimal(24001), basic_entitlement=Decimal(200)))
    )
    declined = charged(HOURLY, TEN_HOURS, in_wales(Means(declined=True)))
    assert (rich.pence, declined.pence) == (10000, 10000)


def test_what_is_accepted_for_disability_counts_where_it_is_more_than_the_share():
    means = Means(income=Decimal(330), basic_entitlement=Decimal(200), disability_costs=Decimal(35))
    assert in_wales(means).pence == 2500  # 330 - (200 + 70 + 35)


def test_somebody_who_has_less_than_must_be_left_pays_nothing():
    assert in_wales(Means(income=Decimal(100), basic_entitlement=Decimal(200))).pence == 0
    week = charged(HOURLY, TEN_HOURS, in_wales(Means(basic_entitlement=Decimal(200))))
    assert week.pence == 0


def test_six_free_weeks_end_in_the_middle_of_a_week():
    free_from = date(2026, 4, 8)  # a Wednesday; 42 days: to Tuesday 19 May
    mondays = [date(2026, 3, 30), date(2026, 4, 6), date(2026, 5, 11), date(2026, 5, 18)]
    found = [free_days(week_of(monday), free_from, 6) for monday in mondays]
    assert found == [0, 5, 7, 2]
    assert free_days(week_of(date(2026, 5, 25)), free_from, 6) == 0
    # two days are free: 5/7 of 4500 is 3214 2/7; 5/7 of what it cost is 16565
    facts = WeekFacts(plan_pence=PLAN.plan_pence, cost=23191, free_days=2)
    week = charged(Arrangement(Basis.FLAT_BAND, bands=BANDS), facts)
    assert (week.limits[0].pence, week.limits[-1].pence, week.pence) == (
        Fraction(22500, 7),
        16565,
        3214,
    )
    free = WeekFacts(plan_pence=PLAN.plan_pence, cost=23191, free_days=7)
    assert charged(Arrangement(Basis.FLAT_BAND, bands=BANDS), free).pence == 0


def test_no_change_to_her_bill_holds_the_lower_of_old_and_new():
    until = date(2026, 6, 7)
    held = Arrangement(
        Basis.PLANNED_HOURS, Decimal("23.50"), guarantee=Decimal("31.20"), guarantee_until=until
    )
    assert charged(held, TEN_HOURS).pence == 3120
    assert charged(held, WeekFacts(planned_minutes=60, cost=2350)).pence == 2350
    assert charged(held, TEN_HOURS, monday=date(2026, 6, 8)).pence == 24000


@pytest.mark.parametrize(
    ("given", "field", "why"),
    [
        (Arrangement(Basis.PLANNED_HOURS), "hourly_rate", "missing"),
        (Arrangement(Basis.PLANNED_HOURS, Decimal("-1")), "hourly_rate", "negative"),
        (Arrangement(Basis.PLAN_PRICE_SHARE, share=Decimal("1.01")), "share", "over_one"),
        (
            Arrangement(Basis.BUNDLE_SHARE, Decimal(24), Decimal(1), Decimal(91), 0),
            "bundle_weeks",
            "negative",
        ),
        (Arrangement(Basis.FLAT_BAND, bands=BANDS[:2]), "bands", "missing"),
        (Arrangement(Basis.FLAT_BAND, bands=(BANDS[1], *BANDS)), "bands", "not_rising"),
        (Arrangement(Basis.NONE, guarantee=Decimal(5)), "guarantee_until", "missing"),
    ],
)
def test_an_arrangement_that_cannot_be_is_refused_by_its_field(given, field, why):
    with pytest.raises(ChargeFiguresWrong) as refused:
        check_arrangement(given)
    assert refused.value.params == {"field": field, "why": why}


@pytest.mark.parametrize(
    ("given", "nation", "field"),
    [
        (Means(income=Decimal("-1"), basic_entitlement=Decimal(1)), "wales", "income"),
        (Means(income=Decimal(1)), "wales", "basic_entitlement"),
        (Means(income=Decimal(1), allowances=(Allowance.CARER_PREMIUM,)), "england", "allowances"),
        (
            Means(allowances=(Allowance.SINGLE_18_24, Allowance.SINGLE_PENSION_AGE)),
            "england",
            "allowances",
        ),
    ],
)
def test_means_that_cannot_be_are_refused_by_their_field(given, nation, field):
    with pytest.raises(ChargeFiguresWrong) as refused:
        check_means(given, nation)
    assert refused.value.params["field"] == field
