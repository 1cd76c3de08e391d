"""Terms that change while an agreement runs: the parts add back, whatever changes and when."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.policy.queries import dated_rules, with_defaults
from whatmatters.rules.commissioning import AgreementTerms, Payer
from whatmatters.rules.commissioning_models import outcome_payments as op
from whatmatters.rules.commissioning_models import time_and_task as tt
from whatmatters.rules.effective import Dated
from whatmatters.rules.later_terms import follow
from whatmatters.rules.money import half_up
from whatmatters.rules.periods import Period, period_from

START = date(2026, 4, 6)
ONE = (Payer("Council", Fraction(1)),)
RULES = dated_rules()
SHARES = st.sampled_from([Fraction(0), Fraction(1, 20), Fraction(1, 3), Fraction(1)])
DAYS = st.integers(1, 100)


def _plan(pence: int, days: int, shares: dict[int, Fraction]) -> AgreementTerms:
    """A plan of so many days whose share held back changes on some of them."""
    raw = {"plan": [{"what": "x", "cost": Fraction(pence, 100)}]}
    terms = op.read_terms(with_defaults("outcome_payments", raw))
    later = tuple(
        (START + timedelta(days=day), replace(terms, retention_share=share))
        for day, share in sorted(shares.items())
        if day < days
    )
    ends = START + timedelta(days=days - 1)
    return AgreementTerms("outcome_payments", START, ends, "P", ONE, terms, later=later)


@given(st.integers(0, 400_000), st.integers(1, 120), st.dictionaries(DAYS, SHARES, max_size=5))
def test_instalments_and_what_was_held_add_back_to_the_price(pence, days, shares):
    agreement = _plan(pence, days, shares)
    total = 0
    period = period_from(START)
    while period.start <= agreement.ends:
        total += op.assess(agreement, op.Evidence(period), RULES).total
        period = period.next()
    judged = op.Evidence(judgement=op.Judgement(agreement.ends, ()))
    assert total + op.assess(agreement, judged, RULES).total == pence


@given(
    st.integers(1, 400_000),
    st.integers(1, 120),
    st.dictionaries(DAYS, SHARES, max_size=5),
    st.lists(st.integers(1, 119), max_size=4),
)
def test_the_parts_of_a_cut_period_add_back_to_any_other_way_of_cutting(pence, days, shares, cuts):
    """All lines up to a day come to the same, however the days before it were asked about."""
    agreement = _plan(pence, days, shares)
    whole = Period(START, START + timedelta(days=120))
    edges = [whole.start, *sorted({START + timedelta(days=n) for n in cuts}), whole.end]
    asked = [Period(a, b) for a, b in pairwise(edges)]
    parts = [op.assess(agreement, op.Evidence(period), RULES).total for period in asked]
    assert sum(parts) == op.assess(agreement, op.Evidence(whole), RULES).total


@given(st.integers(28, 400_000), SHARES)
def test_a_change_on_a_periods_first_day_cuts_nothing(pence, share):
    agreement = _plan(pence, 112, {28: share, 56: Fraction(1, 7)})
    for n in range(4):
        period = Period(START + timedelta(days=28 * n), START + timedelta(days=28 * n + 28))
        lines = op.assess(agreement, op.Evidence(period), RULES).lines
        assert {line.subject for line in lines} <= {""}
        assert len(lines) <= 1


@given(st.integers(28, 400_000), st.integers(1, 83))
def test_only_the_share_held_back_cuts_an_instalment(pence, day):
    plain = _plan(pence, 84, {})
    on = START + timedelta(days=day)
    changed = replace(plain, later=((on, replace(plain.terms, ceiling=Fraction(1, 10))),))
    for n in range(3):
        asked = op.Evidence(period_from(START + timedelta(days=28 * n)))
        assert op.assess(changed, asked, RULES) == op.assess(plain, asked, RULES)


def _package(rates: dict[int, Fraction], **terms) -> AgreementTerms:
    first = tt.read_terms(with_defaults("time_and_task", {"rate": Fraction(171, 10), **terms}))
    later = tuple(
        (START + timedelta(days=day), replace(first, rate=rate))
        for day, rate in sorted(rates.items())
    )
    return AgreementTerms("time_and_task", START, None, "P", ONE, first, later=later)


RATES = st.fractions(Fraction(10), Fraction(40), max_denominator=100)
VISITS = st.lists(st.tuples(st.integers(0, 27), st.integers(1, 90)), max_size=25)


@given(st.dictionaries(st.integers(1, 27), RATES, max_size=6), VISITS)
def test_the_parts_of_a_week_add_back_to_its_one_rounding(rates, visits):
    agreement = _package(rates)
    seen = tuple(tt.Visit(START + timedelta(days=n), m, m) for n, m in visits)
    lines = tt.assess(agreement, tt.Evidence(seen), RULES).lines
    for week in range(4):
        monday = START + timedelta(days=7 * week)
        exact = sum(
            (
                agreement.terms_on(v.on).rate * 100 * v.planned / 60
                for v in seen
                if 0 <= (v.on - monday).days < 7
            ),
            Fraction(0),
        )
        parts = [line for line in lines if line.subject.startswith(monday.isoformat())]
        assert sum(line.pence for line in parts) == half_up(exact)
        cuts = {day for day in rates if 7 * week < day < 7 * week + 7}
        assert len(parts) <= len(cuts) + 1
    assert len({line.subject for line in lines}) == len(lines)


@pytest.mark.parametrize(("hours", "paid"), [(30, 0), (24, 0), (23, 1000)])
def test_a_number_of_policy_is_read_as_it_stood_on_the_day_of_the_visit(hours, paid):
    """Under 24 hours is late until 8 April; from 9 April under 48 hours is."""
    changed = replace(
        RULES,
        late_cancellation_hours=(
            Dated(date(2000, 1, 1), date(2026, 4, 8), 24),
            Dated(date(2026, 4, 9), None, 48),
        ),
    )
    agreement = _package({}, rate=20)
    told = [
        tt.Visit(day, 30, None, Fraction(hours)) for day in (date(2026, 4, 8), date(2026, 4, 9))
    ]
    lines = tt.assess(agreement, tt.Evidence(tuple(told)), changed).lines
    assert [line.pence for line in lines] == [paid + 1000]


def test_what_is_agreed_once_and_what_is_its_own_stay_the_rest_follows():
    frozen = {"plan": ["x"], "standard_rate": 22, "floor": 5, "ceiling": 7, "grace": 5, "gone": 1}
    before = {"standard_rate": 22, "floor": 5, "ceiling": 8, "grace": 5, "gone": 1}
    after = {"standard_rate": 23, "floor": 4, "ceiling": 6, "grace": 5, "new": 9, "plan": ["y"]}
    once = frozenset({"plan", "standard_rate"})
    assert follow(frozen, before=before, after=after, once=once) == {
        "plan": ["x"],
        "standard_rate": 22,
        "floor": 4,
        "ceiling": 7,
        "grace": 5,
        "new": 9,
    }
