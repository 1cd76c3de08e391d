"""Properties of the eight models beyond the first two: whatever is agreed, these hold."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.policy.queries import dated_rules
from whatmatters.rules.commissioning import AgreementTerms, Payer
from whatmatters.rules.commissioning_models import (
    bundled_hours,
    community_outcome,
    direct_payment,
    individual_service_fund,
    introductory_agency,
    patch_block,
    shift_split,
    short_term,
)
from whatmatters.rules.commissioning_models.community_outcome import Baseline, Direction, Step
from whatmatters.rules.instalments import instalment_of
from whatmatters.rules.periods import Period

START = date(2026, 4, 6)
RULES = dated_rules()
ONE = (Payer("council", Fraction(1)),)
THREE = tuple(Payer(f"payer {n}", Fraction(1, 3)) for n in range(3))
pounds = st.integers(1, 10_000_000).map(lambda n: Fraction(n, 100))
shares = st.integers(0, 100).map(lambda n: Fraction(n, 100))
cuts = st.lists(st.integers(1, 400), max_size=6)


def agreed(model, terms, *, ends=None, payers=ONE, platform=None):
    """An agreement from START under a model's terms."""
    return AgreementTerms(model.name, START, ends, "payee", payers, terms, platform)


def paid(model, agreement, evidence):
    """Pence of all lines."""
    return model.assess(agreement, evidence, RULES).total


def periods_cut(days, at):
    """A stretch of days from START, cut anywhere."""
    edges = sorted({0, days, *(n for n in at if n < days)})
    spans = pairwise(edges)
    return [Period(START + timedelta(days=a), START + timedelta(days=b)) for a, b in spans]


def a_bundle(hours=Fraction(10), rate=Fraction(2240, 100), below=bundled_hours.Below.PART):
    """Terms with the Vale's tolerance and reviews."""
    return bundled_hours.Terms(hours, rate, Fraction(8, 100), 13, below, Fraction(1, 4))


@given(pounds, st.integers(1, 13))
def test_thirteen_instalments_add_back_and_differ_by_a_penny_at_most(price, number):
    pence = int(price * 100)
    parts = [instalment_of(pence, n) for n in range(1, 14)]
    assert sum(parts) == pence
    assert abs(instalment_of(pence, number) - pence / 13) <= 1


@given(pounds, st.integers(1, 400), cuts)
def test_a_bundle_on_account_adds_back_however_the_periods_lie(weekly, hours, at):
    terms = a_bundle(Fraction(hours, 4), weekly / 1000)
    agreement = agreed(bundled_hours, terms, ends=START + timedelta(days=363))
    whole = sum(one.price for one in bundled_hours.review_periods(agreement, date(2027, 6, 1)))
    seen = (bundled_hours.Evidence(period) for period in periods_cut(364, at))
    assert sum(paid(bundled_hours, agreement, one) for one in seen) == whole


@given(st.integers(0, 20000), st.integers(0, 1950), st.integers(0, 5000), st.integers(0, 3000))
def test_a_review_never_takes_inside_the_band_nor_pays_over_what_was_agreed(d, banked, w, over):
    drawn = min(d, w)
    review = bundled_hours.Review(START, d, banked, drawn, 0, over)
    total = paid(
        bundled_hours, agreed(bundled_hours, a_bundle()), bundled_hours.Evidence(None, review)
    )
    if 7176 <= review.used <= 8424:
        assert total == 0
    assert total <= over * 2240 // 60 + 1
    assert (total < 0) == (review.used < 7176)


@given(pounds, pounds, pounds, shares, st.integers(0, 99).map(lambda n: Fraction(n, 100)))
def test_a_block_pays_its_price_whatever_happens_and_gives_back_by_its_shares(a, b, cost, cap, p):
    role = patch_block.TeamRole("worker", Fraction(3), Fraction(13), Fraction(1950), Fraction(1, 4))
    terms = patch_block.Terms((role,), a, b, p, cap, Fraction(12))
    agreement = agreed(patch_block, terms, payers=THREE)
    price = patch_block.year_price(terms).pence
    year = (patch_block.Evidence(n) for n in range(1, 14))
    assert sum(paid(patch_block, agreement, one) for one in year) == price
    back = paid(patch_block, agreement, patch_block.Evidence(actual_cost=cost))
    assert -price <= back <= 0


minutes = st.integers(0, 480)


@given(minutes, minutes, minutes, st.sampled_from(list(shift_split.Method)), shares)
def test_contact_divides_a_shift_and_never_changes_what_it_earns(a, b, c, method, agreed_share):
    social, health, travel = sorted((a, b, c))[0], abs(b - a) // 2, abs(c - b) // 2
    paid_minutes = social + health + travel + 30
    terms = shift_split.Terms({"x": Fraction(1351, 100)}, Fraction(1, 4), method, agreed_share)
    funders = (Payer("social care", Fraction(0)), Payer("NHS", Fraction(0)))
    agreement = agreed(shift_split, terms, payers=funders)
    shift = shift_split.Shift("a", START, "x", paid_minutes, social, health, travel)
    empty = shift_split.Shift("a", START, "x", paid_minutes, 0, 0, 0)
    told = shift_split.assess(agreement, shift_split.Evidence((shift,)), RULES)
    assert told.total == paid(shift_split, agreement, shift_split.Evidence((empty,)))
    leaned = [shift, *(shift_split.leaned(shift, by) for by in (Fraction(1, 10), Fraction(-3)))]
    for one in leaned:
        ways = shift_split.by_every_method(agreement, (one,))
        assert {way.cost for way in ways.values() if way is not None} == {told.total}
    assert all(line.pence > 0 for line in told.lines)


@given(pounds, st.lists(st.integers(1, 50000), max_size=8), st.integers(0, 20000))
def test_a_fund_is_never_spent_beyond_its_balance(budget, amounts, overdraft):
    terms = individual_service_fund.Terms(budget, Fraction(0), Fraction(8), overdraft)
    agreement = agreed(individual_service_fund, terms)
    spends = tuple(
        individual_service_fund.Spend(START, "s", "p", "o", "herself", amount) for amount in amounts
    )
    asked = individual_service_fund.Evidence(1, 0, spends)
    problems = individual_service_fund.check_evidence(agreement, asked, RULES)
    left = individual_service_fund.assess(agreement, asked, RULES).carried["balance_pence"]
    assert bool(problems) == (left < -overdraft)


@given(pounds, st.integers(1, 400), cuts)
def test_direct_payments_add_back_however_the_periods_lie(weekly, days, at):
    terms = direct_payment.Terms(weekly, Fraction(0), True, Fraction(0), Fraction(8), 28)
    agreement = agreed(direct_payment, terms, ends=START + timedelta(days=days - 1))
    seen = [direct_payment.Evidence(period) for period in periods_cut(days, at)]
    whole = direct_payment.Evidence(Period(START, START + timedelta(days=days)))
    assert sum(paid(direct_payment, agreement, one) for one in seen) == paid(
        direct_payment, agreement, whole
    )


@given(st.integers(-100000, 1000000), st.integers(0, 100000))
def test_a_yearly_look_leaves_what_may_stay_and_takes_no_more(balance, owed):
    terms = direct_payment.Terms(Fraction(250), Fraction(0), True, Fraction(0), Fraction(8), 28)
    asked = direct_payment.Evidence(balance_pence=balance, commitments_pence=owed)
    told = direct_payment.assess(agreed(direct_payment, terms), asked, RULES)
    assert told.total <= 0
    assert told.carried["balance_pence"] == balance + told.total
    if told.total:
        assert told.carried["balance_pence"] == 200000 + owed


@given(pounds, st.integers(1, 12), st.integers(0, 1), st.integers(1, 90), cuts)
def test_an_episode_adds_back_and_independent_earns_the_weeks_begun(price, weeks, more, day, at):
    """All of its weeks that had begun: a week more that nobody came to need is not earned."""
    table = {short_term.EndState.INDEPENDENT: Fraction(1)}
    terms = short_term.Terms(price, weeks, more, Fraction(0), table)
    whole = agreed(short_term, terms)
    parts = periods_cut(terms.days, at)
    assert sum(paid(short_term, whole, short_term.Evidence(one)) for one in parts) == terms.total
    if day < terms.days:
        early = agreed(short_term, terms, ends=START + timedelta(days=day - 1))
        for state, all_of_it in (("independent", True), ("same", False)):
            end = short_term.EndState(state)
            got = sum(paid(short_term, early, short_term.Evidence(one, end)) for one in parts)
            begun = terms.days if day > weeks * 7 else weeks * 7
            assert (
                got == round_half_up(Fraction(terms.total * begun, terms.days))
            ) or not all_of_it
            assert got <= terms.total


@given(pounds, shares, st.integers(0, 10000))
def test_platform_and_worker_share_every_penny(price, share, minutes):
    terms = introductory_agency.Terms(price, share)
    agreement = agreed(introductory_agency, terms, platform="platform")
    told = introductory_agency.assess(agreement, introductory_agency.Evidence(minutes), RULES)
    assert all(line.pence > 0 for line in told.lines)
    assert told.total == round_half_up(price * 100 * minutes / 60)


def round_half_up(exact):
    """Half up, typed again."""
    return int((exact * 2 + 1) // 2)


@given(st.integers(1, 400), st.integers(1, 400), st.data())
def test_no_service_is_paid_where_no_change_lies_inside_the_interval(people, before, data):
    events = data.draw(st.integers(0, people))
    baseline = Baseline(data.draw(st.integers(0, before)), before)
    steps = (Step(Fraction(1), Fraction(100)),)
    terms = community_outcome.Terms(baseline, Direction.REDUCE, steps, Fraction(95, 100))
    seen = community_outcome.Evidence(events, people)
    told = community_outcome.assess(agreed(community_outcome, terms), seen, RULES)
    found = community_outcome.difference(events, people, baseline, Fraction(95, 100))
    assert found.lower <= found.value <= found.upper
    assert (told.total == 10000) == (found.upper < 0)


def test_newcombes_interval_is_the_published_one():
    """Newcombe 1998, table II, method 10: 56/70 against 48/80 is +0.2000, 0.0524 to 0.3339."""
    found = community_outcome.difference(56, 70, Baseline(48, 80), Fraction(95, 100))
    assert (round(found.value, 4), round(found.lower, 4), round(found.upper, 4)) == (
        0.2,
        0.0524,
        0.3339,
    )


@pytest.mark.parametrize(("step", "least"), [("0.05", True), ("0.149", False)])
def test_a_step_inside_the_baselines_own_doubt_can_never_be_told(step, least):
    terms = community_outcome.Terms(Baseline(30, 200), Direction.REDUCE, (), Fraction(95, 100))
    found = community_outcome.least_people(terms, Step(Fraction(step), Fraction(1)))
    assert (found is not None) == least
