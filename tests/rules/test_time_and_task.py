"""Properties of `time_and_task`."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from whatmatters.policy.queries import dated_rules
from whatmatters.rules.commissioning import AgreementTerms, Payer
from whatmatters.rules.commissioning_models import time_and_task as model

START = date(2026, 4, 6)
RULES = dated_rules()
TERMS = model.Terms(
    rate=Fraction(2240, 100),
    bank_holiday_multiplier=Fraction(3, 2),
    bank_holidays=frozenset({date(2026, 5, 4)}),
    tolerance_minutes=5,
    rounding_minutes=15,
    pay_late_cancellation=True,
)
AGREEMENT = AgreementTerms(
    "time_and_task", START, None, "provider", (Payer("council", Fraction(1)),), TERMS
)
visits = st.builds(
    model.Visit,
    on=st.integers(0, 60).map(lambda n: START + timedelta(days=n)),
    planned=st.integers(0, 240),
    delivered=st.none() | st.integers(0, 300),
)


@given(st.lists(visits, max_size=20))
def test_no_visit_takes_money_back_and_each_week_has_one_line(visited):
    statement = model.assess(AGREEMENT, model.Evidence(tuple(visited)), RULES)
    assert all(line.pence >= 0 for line in statement.lines)
    weeks = {visit.on - timedelta(days=visit.on.weekday()) for visit in visited}
    assert [line.subject for line in statement.lines] == sorted(d.isoformat() for d in weeks)


@given(st.lists(visits, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_no_sum(visited, chance):
    shuffled = list(visited)
    chance.shuffle(shuffled)
    sums = [
        [line.pence for line in model.assess(AGREEMENT, model.Evidence(tuple(v)), RULES).lines]
        for v in (visited, shuffled)
    ]
    assert sums[0] == sums[1]


@given(st.integers(0, 240), st.integers(-5, 5))
def test_inside_the_tolerance_a_visit_is_paid_as_planned(planned, difference):
    delivered = max(1, planned + difference)
    visit = model.Visit(START, planned, delivered)
    if abs(delivered - planned) <= 5:
        assert model.paid_minutes(visit, TERMS, RULES)[1] == planned


@given(st.integers(1, 300), st.integers(0, 240))
def test_longer_delivery_outside_the_tolerance_never_pays_less(delivered, more):
    outside = model.Visit(START, 0, delivered + 5), model.Visit(START, 0, delivered + 5 + more)
    one, other = (model.paid_minutes(visit, TERMS, RULES)[1] for visit in outside)
    assert one <= other
