"""Properties of `outcome_payments`: whatever is agreed and judged, these hold."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from whatmatters.policy.queries import dated_rules
from whatmatters.rules.commissioning import AgreementTerms, Payer
from whatmatters.rules.commissioning_models import outcome_payments as model
from whatmatters.rules.money import half_up
from whatmatters.rules.periods import Period, period_from

START = date(2026, 4, 6)
RULES = dated_rules()
shares = st.integers(0, 20).map(lambda n: Fraction(n, 20))
tenths = st.integers(0, 10).map(lambda n: Fraction(n, 10))
causes = st.sampled_from(list(model.Cause))


def an_agreement(*, cost=Fraction(2783), days=84, payers=None, **terms):
    """A plan of one brokered cost from START; terms as given, else the defaults."""
    agreed = model.Terms(
        standard_rate=Fraction(2240, 100),
        specialist_rate=None,
        plan=(model.PlanLine("support", cost=cost),),
        ceiling=Fraction(4, 5),
        floor=Fraction(1, 2),
        base=model.Base.WHOLE,
        grace_working_days=5,
        collect=model.Collect.SET_OFF,
        retention_share=Fraction(0),
        unrecorded_delay=Fraction(1),
    )
    return AgreementTerms(
        "outcome_payments",
        START,
        START + timedelta(days=days - 1),
        "provider",
        payers or (Payer("council", Fraction(1)),),
        replace(agreed, **terms),
    )


def judged(*outcomes):
    """Evidence of a judgement."""
    return model.Evidence(judgement=model.Judgement(date(2026, 12, 1), tuple(outcomes)))


def total(agreement, evidence):
    """Pence of all lines."""
    return model.assess(agreement, evidence, RULES).total


@st.composite
def outcomes_of(draw, count):
    """Judged outcomes of a plan of 84 days, any cause, with or without a record of trouble."""
    off = draw(st.none() | st.integers(0, 120))
    raised = draw(st.none() | st.integers(0, 120)) if off is not None else None
    return model.JudgedOutcome(
        id=str(count),
        payable=draw(st.booleans()),
        achieved=draw(tenths),
        cause=draw(causes),
        off_track_on=None if off is None else START + timedelta(days=off),
        exception_on=None if raised is None else START + timedelta(days=raised),
        retired=draw(st.booleans()),
    )


judgements = st.integers(1, 6).flatmap(lambda n: st.tuples(*(outcomes_of(i) for i in range(n))))
costs = st.integers(0, 5_000_000).map(lambda n: Fraction(n, 1000))


@given(costs, judgements, shares, shares, shares)
def test_penalties_never_pass_ceiling_times_base(cost, outcomes, ceiling, floor, silence):
    agreement = an_agreement(cost=cost, ceiling=ceiling, floor=floor, unrecorded_delay=silence)
    taken = -total(agreement, judged(*outcomes))
    assert 0 <= taken <= half_up(ceiling * half_up(cost * 100))


@given(costs, judgements)
def test_no_penalty_without_the_providers_cause_or_for_what_the_person_retired(cost, outcomes):
    lines = model.assess(an_agreement(cost=cost), judged(*outcomes), RULES).lines
    by_id = {outcome.id: outcome for outcome in outcomes}
    for line in lines:
        outcome = by_id[line.subject]
        assert outcome.payable
        assert not outcome.retired
        assert outcome.cause is model.Cause.PROVIDER
        assert outcome.achieved < 1
        assert line.pence < 0


def a_miss(off=None, raised=None, achieved=0):
    """One payable outcome missed through the provider; days count from START."""
    return model.JudgedOutcome(
        "o",
        payable=True,
        achieved=Fraction(achieved),
        cause=model.Cause.PROVIDER,
        off_track_on=None if off is None else START + timedelta(days=off),
        exception_on=None if raised is None else START + timedelta(days=raised),
    )


@given(st.integers(0, 83), st.integers(0, 83), st.integers(0, 83), shares, shares)
def test_the_longer_a_failing_plan_is_left_the_greater_the_penalty(off, a, b, ceiling, floor):
    agreement = an_agreement(ceiling=ceiling, floor=floor)
    sooner, later = sorted((off + a, off + b))
    early = total(agreement, judged(a_miss(off, sooner)))
    late = total(agreement, judged(a_miss(off, later)))
    never = total(agreement, judged(a_miss(off)))
    assert early >= late >= never


@given(st.integers(0, 83), st.none() | st.integers(0, 83), tenths, shares, shares)
def test_silence_never_pays_better_than_honesty(off, raised, achieved, ceiling, floor):
    agreement = an_agreement(ceiling=ceiling, floor=floor)
    honest = a_miss(off, None if raised is None else off + raised, achieved)
    silent = a_miss(achieved=achieved)
    assert total(agreement, judged(silent)) <= total(agreement, judged(honest))


@given(costs, st.integers(1, 400), shares, st.integers(0, 27))
def test_instalments_and_release_add_back_to_the_price(cost, days, held, offset):
    agreement = an_agreement(cost=cost, days=days, retention_share=held)
    period = period_from(START - timedelta(days=offset))
    paid = 0
    while period.start <= agreement.ends:
        paid += total(agreement, model.Evidence(period=period))
        period = period.next()
    paid += total(agreement, judged())
    assert paid == half_up(cost * 100)


@given(costs, st.integers(1, 200), st.lists(st.integers(1, 199), max_size=8))
def test_splitting_or_merging_periods_changes_no_penny(cost, days, cuts):
    agreement = an_agreement(cost=cost, days=days)
    edges = [START + timedelta(days=n) for n in sorted({0, days, *(c for c in cuts if c < days)})]
    apart = sum(total(agreement, model.Evidence(period=Period(a, b))) for a, b in pairwise(edges))
    whole = total(agreement, model.Evidence(period=Period(edges[0], edges[-1])))
    assert apart == whole == half_up(cost * 100)


@given(costs, st.integers(0, 83), st.integers(1, 90))
def test_a_replan_pays_the_old_price_to_its_day_and_the_new_from_it(cost, old_days, new_days):
    """An early end earns up to and with its day; nothing after it, however often it is asked."""
    agreement = an_agreement(cost=cost)
    last = START + timedelta(days=old_days)
    far = START + timedelta(days=28 * 4)
    earned = model.Evidence(period=Period(START, far), earned_until=last)
    price = half_up(cost * 100)
    assert total(agreement, earned) == half_up(Fraction(price * (old_days + 1), 84))
    late = Period(last + timedelta(days=1), last + timedelta(days=new_days + 1))
    assert total(agreement, model.Evidence(period=late, earned_until=last)) == 0


def test_the_day_of_death_is_earned_and_nothing_is_judged():
    agreement = an_agreement(retention_share=Fraction(1, 10))
    died = date(2026, 5, 10)  # the 35th of 84 days: 278300 x 35/84 = 115958.33
    first = model.Evidence(period=period_from(START), earned_until=died)
    second = model.Evidence(period=period_from(date(2026, 5, 4)), earned_until=died)
    release = replace(judged(), earned_until=died)
    sums = [total(agreement, evidence) for evidence in (first, second, release)]
    assert sums == [83490, 20872, 11596]
    assert sum(sums) == 115958


def test_past_its_end_support_is_paid_at_the_old_daily_price():
    agreement = an_agreement()
    period = period_from(date(2026, 6, 29))
    late = model.Evidence(period=period, overdue_until=date(2026, 7, 5))
    (line,) = model.assess(agreement, late, RULES).lines
    assert (line.rule, line.pence, line.inputs["overdue_days"]) == (model.OVERDUE, 23192, 7)
    assert model.assess(agreement, model.Evidence(period=period), RULES).lines == ()


def test_a_period_that_crosses_the_end_has_the_last_instalment_and_the_days_past_it():
    agreement = an_agreement(days=70)  # ends on 14 June 2026
    crossing = model.Evidence(period=period_from(date(2026, 6, 1)), overdue_until=date(2026, 6, 20))
    lines = model.assess(agreement, crossing, RULES).lines
    # 278300 - 278300 x 56/70 = 55660; 278300 x 6/70 = 23854.29
    assert [(line.rule, line.pence) for line in lines] == [
        (model.INSTALMENT, 55660),
        (model.OVERDUE, 23854),
    ]


def test_first_recorded_on_the_day_after_the_plan_there_was_no_delay():
    agreement = an_agreement()
    last_day, day_after = (total(agreement, judged(a_miss(off))) for off in (83, 84))
    assert (last_day, day_after) == (-222640, -111320)  # delay 1 and delay 0


def test_a_plan_of_one_day_is_paid_whole():
    agreement = an_agreement(days=1)
    assert model.check(agreement) == ()
    assert total(agreement, model.Evidence(period=period_from(START))) == 278300


def test_overdue_days_before_and_after_a_close_add_up():
    agreement = an_agreement()
    until = date(2026, 8, 9)
    sums = [
        total(agreement, model.Evidence(period=period_from(start), overdue_until=until))
        for start in (date(2026, 6, 29), date(2026, 7, 27))
    ]
    assert sum(sums) == 139150  # 278300 x 42/84


@given(costs, judgements, st.lists(st.integers(1, 9), min_size=2, max_size=4))
def test_payers_parts_add_back_to_each_line(cost, outcomes, parts):
    payers = tuple(Payer(f"payer {i}", Fraction(part, sum(parts))) for i, part in enumerate(parts))
    evidence = replace(judged(*outcomes), period=period_from(START))
    together = total(an_agreement(cost=cost), evidence)
    assert total(an_agreement(cost=cost, payers=payers), evidence) == together


@given(judgements)
def test_the_same_facts_give_the_same_statement(outcomes):
    agreement = an_agreement()
    assert model.assess(agreement, judged(*outcomes), RULES) == model.assess(
        agreement, judged(*outcomes), RULES
    )
