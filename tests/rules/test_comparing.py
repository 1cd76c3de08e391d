"""Comparing: the interval, the verdict, the wall, and that nothing is worked out a second way."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import exp, lgamma, log, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.test_comparing_golden import ann, ben, cath, chosen
from whatmatters.policy.comparing import least
from whatmatters.policy.queries import dated_rules, with_defaults
from whatmatters.rules.commissioning import AgreementTerms, Payer
from whatmatters.rules.commissioning_models import bundled_hours, outcome_payments
from whatmatters.rules.comparing import by_bundle, by_plan
from whatmatters.rules.comparing.estimates import Estimate, Quantiles, Verdict, estimate, verdict
from whatmatters.rules.comparing.facts import CannotPrice, Planned, Support
from whatmatters.rules.comparing.planned import planned_of
from whatmatters.rules.comparing.pricing import ANEW, price_as
from whatmatters.rules.periods import Period, period_from

pytestmark = pytest.mark.once

START = date(2026, 4, 6)
RULES = dated_rules()
WINDOW = tuple(period_from(START + timedelta(days=28 * n)) for n in range(4))
TEN = Quantiles(((1, 12.706), (4, 2.776)))


def below(t: float, degrees: int, steps: int = 4000) -> float:
    """Student's distribution at t, by Simpson's rule from 0."""
    log_scale = lgamma((degrees + 1) / 2) - lgamma(degrees / 2) - log(degrees * pi) / 2

    def density(x: float) -> float:
        return exp(log_scale - (degrees + 1) / 2 * log(1 + x * x / degrees))

    step = t / steps
    inner = sum((4 if n % 2 else 2) * density(n * step) for n in range(1, steps))
    return 0.5 + step / 3 * (density(0) + inner + density(t))


def test_each_quantile_leaves_a_fortieth_above_it():
    rows = least().quantiles.rows
    assert [degrees for degrees, _ in rows] == sorted({degrees for degrees, _ in rows})
    for degrees, t in rows:
        assert below(t, degrees) == pytest.approx(0.975, abs=0.0002)


def test_between_two_rows_the_longer_interval_is_told():
    assert (TEN.of(1), TEN.of(3), TEN.of(4), TEN.of(900)) == (12.706, 12.706, 2.776, 2.776)
    with pytest.raises(ValueError, match="two figures"):
        TEN.of(0)


def test_an_interval_by_hand_and_what_is_too_few():
    # 10, 12, 14, 16, 18: mean 14, s = sqrt 10, 2.776 x sqrt(10 / 5) = 3.9259
    got = estimate([10, 12, 14, 16, 18], quantiles=TEN, least=5)
    assert (got.n, got.mean, got.told) == (5, 14, True)
    assert got.lower == pytest.approx(14 - 3.9259, abs=0.0001)
    assert got.upper == pytest.approx(14 + 3.9259, abs=0.0001)
    assert estimate([10, 12], quantiles=TEN, least=5) == Estimate(2, 11)
    assert estimate([], quantiles=TEN, least=5) is None


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(1, 9, "more"), (-9, -1, "less"), (-1, 9, "cannot_tell"), (0, 9, "cannot_tell")],
)
def test_nothing_is_ranked_whose_interval_holds_nothing_more(low, high, said):
    assert verdict(Estimate(9, 1, 1, low, high)) == Verdict(said)
    assert verdict(Estimate(9, 1, 1, low, high), at_most=True) == Verdict(
        "more_before" if said == "more" else said
    )
    assert verdict(None) is Verdict.CANNOT_TELL
    assert verdict(Estimate(2, 1)) is Verdict.CANNOT_TELL


@given(minutes=st.lists(st.integers(0, 600), min_size=56, max_size=56))
def test_a_plan_paid_for_outcomes_is_the_same_whatever_was_delivered(minutes):
    support = replace(
        ann(), delivered={START + timedelta(days=n): m for n, m in enumerate(minutes)}
    )
    told = chosen("outcome_payments")
    got = price_as("outcome_payments", support, told, WINDOW, RULES)
    assert got.support.delivered is None
    assert got.lines == price_as("outcome_payments", ann(), told, WINDOW, RULES).lines


@given(
    hours=st.integers(1, 600).map(lambda n: Fraction(n, 10)),
    rate=st.integers(1, 6000).map(lambda n: Fraction(n, 100)),
    minutes=st.lists(st.integers(0, 900), min_size=1, max_size=110),
    last=st.none() | st.integers(0, 111),
    shares=st.sampled_from([(1,), (3, 1), (1, 1, 1)]),
)
def test_a_bundle_tried_by_its_own_terms_is_what_it_was(hours, rate, minutes, last, shares):
    """The same lines, from the same `assess`: trying has no arithmetic of its own."""
    terms = with_defaults("bundled_hours", {})
    own = bundled_hours.read_terms({**terms, "weekly_hours": 0, "rate": 0})
    own = replace(own, weekly_hours=hours, rate=rate)
    payers = tuple(Payer(str(n), Fraction(s, sum(shares))) for n, s in enumerate(shares))
    ended = None if last is None else START + timedelta(days=last)
    signed = AgreementTerms("bundled_hours", START, None, "carers", payers, own)
    days = {START + timedelta(days=n): m for n, m in enumerate(minutes)}
    support = Support(1, signed, START, ended, {}, planned_of(signed, START), days)
    got = by_bundle.price(support, chosen("bundled_hours"), WINDOW, RULES)
    earning = bundled_hours.until(signed, ended)
    for period in WINDOW:
        right = list(
            bundled_hours.assess(earning, bundled_hours.Evidence(period=period), RULES).lines
        )
        for held in bundled_hours.review_periods(earning, period.end):
            used = [m for day, m in days.items() if held.start <= day < held.end]
            if held.end - timedelta(days=1) in period and used:
                review = bundled_hours.Review(held.start, sum(used), 0, 0, 0, 0)
                right += bundled_hours.assess(
                    earning, bundled_hours.Evidence(review=review), RULES
                ).lines
        assert got.lines.get(period, ()) == tuple(right)


@given(
    hours=st.integers(1, 400).map(lambda n: Fraction(n, 4)),
    beside=st.integers(0, 50_000).map(lambda n: Fraction(n, 100)),
    days=st.integers(1, 112),
)
def test_a_plan_tried_by_its_own_price_costs_over_its_days_what_it_cost(hours, beside, days):
    line = outcome_payments.PlanLine("", outcome_payments.Band.STANDARD, hours=hours)
    cost = outcome_payments.PlanLine("", cost=beside)
    read = outcome_payments.read_terms(with_defaults("outcome_payments", {"plan": []}))
    terms = replace(read, plan=(line, cost), standard_rate=Fraction("22.40"))
    last = START + timedelta(days=days - 1)
    payers = (Payer("council", Fraction(1)),)
    signed = AgreementTerms("outcome_payments", START, last, "carers", payers, terms)
    support = Support(1, signed, START, last, {}, planned_of(signed, START))
    got = by_plan.price(support, chosen("outcome_payments"), WINDOW, RULES)
    whole = outcome_payments.Evidence(Period(START, last + timedelta(days=1)))
    assert got.total == outcome_payments.assess(signed, whole, RULES).total


def test_a_bundle_of_hours_has_no_place_for_costs_beside_them():
    support = replace(cath(), planned=Planned(Fraction(10), Fraction(240), Fraction(8)))
    got = price_as("bundled_hours", support, chosen("bundled_hours"), WINDOW, RULES)
    assert got is CannotPrice.COSTS_BESIDE_HOURS


def test_a_budget_has_no_hours_to_try_and_stays_a_budget():
    support = replace(ben(), planned=Planned(None, Fraction(200), Fraction(200)))
    tried = {m: price_as(m, support, chosen(m), WINDOW[:1], RULES) for m in ("outcome_payments",)}
    assert tried == {"outcome_payments": CannotPrice.NO_HOURS}
    direct = price_as("direct_payment", support, chosen("direct_payment"), WINDOW[:1], RULES)
    assert direct.total == 80000  # 200.00 x 4


def test_who_cannot_be_assessed_as_she_is_is_compared_with_nothing():
    support = replace(ben(), refused=True)
    for model in ("bundled_hours", *ANEW):
        assert price_as(model, support, None, WINDOW, RULES) is CannotPrice.NOT_ASSESSED


def test_terms_that_nobody_could_sign_are_refused_and_not_priced():
    worse = chosen("bundled_hours", tolerance="much")
    assert price_as("bundled_hours", ann(), worse, WINDOW, RULES) is CannotPrice.TERMS_REFUSED
