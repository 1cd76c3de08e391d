"""Drafts: who writes them, what they cost, two tabs, and what three agreed is not edited."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.campaign import CAMPAIGN
from tests.fixtures.case import (
    STARTS,
    a_case,
    a_content,
    a_contract,
    a_draft,
    a_new_outcome,
    a_person,
    an_actor,
    moment,
    outcomes_for,
    propose,
)
from tests.fixtures.whole import refused
from whatmatters.commissioning.queries.refusals import RateMissing
from whatmatters.commissioning.services import RateGiven
from whatmatters.outcomes.queries import version, version_content
from whatmatters.outcomes.services import (
    ContractNotInForce,
    NewPlan,
    NotYoursToWrite,
    OutcomeNotOfPerson,
    OutcomeNotPayable,
    PersonHasDied,
    draft_plan,
    draft_plans,
    propose_plans,
    set_outcomes,
)
from whatmatters.people.services import record_death
from whatmatters.rules.outcomes import Band, Deliverer
from whatmatters.rules.plan_line_refusals import LineHoursAndCost, ToleranceMissing
from whatmatters.rules.plan_refusals import ReviewBeforePlan, WeightsDoNotAddToOne
from whatmatters.rules.plans import PlannedLine, PlannedOutcome
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Role
from whatmatters.rules.word_refusals import WordsMissing, WordsTooLong

pytestmark = pytest.mark.django_db
AT = moment(STARTS)
DAY = timedelta(days=1)


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def mair(case):
    return a_person(case)


@pytest.fixture
def contract(case):
    return a_contract(case)


def test_the_price_is_the_exact_sum_of_the_lines(case, mair, contract):
    draft = a_draft(case, mair.id, contract)
    assert draft.price == 278300
    (content,) = version_content([draft.version_id]).values()
    told = [(line.position, line.line.what, line.pence) for line in content.lines]
    assert told == [
        (1, "Walks", 224000),
        (2, "Balance", 54300),
        (3, "Lunch club", 0),
        (4, "Shopping", 0),
    ]
    assert content.lines[2].line.funded_by == "Grant"
    assert content.lines[2].line.cost == 4500
    assert content.lines[3].line.deliverer_name == "Her daughter"
    first, second = content.outcomes
    assert content.lines[0].line.serves == (first.outcome.id,)
    assert (first.planned.payable, second.planned.weight) == (True, None)


def test_fractions_of_a_penny_are_rounded_once(case, mair):
    rates = (RateGiven(Band.STANDARD, Decimal("22.4150"), date(2026, 1, 1), None, "invented"),)
    contract = a_contract(case, rates=rates)
    line = PlannedLine("A", Deliverer.PROVIDER, band=Band.STANDARD, hours=Decimal("0.10"))
    content = replace(a_content(outcomes_for(case, mair.id)), lines=(line, line))
    # 2.2415 + 2.2415 = 4.4830 pounds: 448 pence; each line alone would round to 224.
    assert a_draft(case, mair.id, contract, content).price == 448


def test_a_rate_missing_for_a_day_is_named(case, mair):
    day = STARTS + 10 * DAY
    rates = (RateGiven(Band.STANDARD, Decimal("22.40"), day, None, "invented"),)
    contract = a_contract(case, rates=rates)
    content = a_content(outcomes_for(case, mair.id))
    with refused(RateMissing, band=Band.STANDARD, on=STARTS):
        a_draft(case, mair.id, contract, content)
    with refused(RateMissing, band=Band.SPECIALIST, on=day):
        a_draft(case, mair.id, contract, a_content([o.outcome_id for o in content.outcomes], day))


def test_the_rate_is_that_of_the_plans_first_day(case, mair):
    last = STARTS - DAY
    rates = (
        RateGiven(Band.STANDARD, Decimal("20.00"), date(2026, 1, 1), last, "invented"),
        RateGiven(Band.STANDARD, Decimal("30.00"), STARTS, None, "invented"),
    )
    contract = a_contract(case, rates=rates)
    line = PlannedLine("A", Deliverer.PROVIDER, band=Band.STANDARD, hours=Decimal(1))
    ids = outcomes_for(case, mair.id)
    before = replace(a_content(ids, last), lines=(line,))
    on = replace(a_content(ids, STARTS), lines=(line,))
    assert a_draft(case, mair.id, contract, before).price == 2000
    assert a_draft(case, mair.id, contract, on).price == 3000


def test_a_plan_across_a_leap_day_and_a_clock_change_has_all_its_days(case, mair, contract):
    content = a_content(outcomes_for(case, mair.id), date(2028, 2, 7))
    draft = a_draft(case, mair.id, contract, content)
    found = version(draft.version_id, council_id=case.council_id)
    assert found is not None
    # 84 days from 7 February 2028 with 29 February in them; the clocks change on 26 March.
    assert (found.starts, found.ends) == (date(2028, 2, 7), date(2028, 4, 30))
    assert (found.ends - found.starts).days == 83


def test_the_person_and_the_providers_people_write_and_the_council_does_not(case, mair, contract):
    ids = outcomes_for(case, mair.id)
    plan = NewPlan(mair.id, contract, a_content(ids))
    stranger = an_actor(case.system, Role.PROVIDER_MANAGER, case.council_organisation_id)
    for actor in (case.social_worker, case.commissioner, case.finance, stranger):
        with refused(NotYoursToWrite, person_id=mair.id):
            draft_plan(by=actor, at=AT, plan=plan)
    for actor in (case.manager, case.team_member, mair.actor):
        draft_plan(by=actor, at=AT, plan=plan)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"review_on": STARTS - DAY}, ReviewBeforePlan),
        (
            {"lines": (PlannedLine("A", Deliverer.PROVIDER, cost=1, hours=Decimal(1)),)},
            LineHoursAndCost,
        ),
        ({"lines": (PlannedLine("A", Deliverer.SELF, critical=True),)}, ToleranceMissing),
        ({"lines": (PlannedLine(" ", Deliverer.SELF),)}, WordsMissing),
        ({"lines": (PlannedLine("A", Deliverer.SELF, limit="n" * 201),)}, WordsTooLong),
    ],
)
def test_what_no_plan_may_say_is_refused_and_leaves_no_trace(case, mair, contract, change, kind):
    content = a_content(outcomes_for(case, mair.id))
    fine = NewPlan(mair.id, contract, content)
    wrong = NewPlan(mair.id, contract, replace(content, **change))
    with refused(kind):
        draft_plans(by=case.manager, at=AT, plans=[fine, wrong])


def test_weights_that_do_not_add_to_1_are_refused(case, mair, contract):
    one, two = outcomes_for(case, mair.id)
    content = a_content([one, two])
    weighted = (
        PlannedOutcome(one, True, Decimal("0.6")),
        PlannedOutcome(two, True, Decimal("0.3")),
    )
    with refused(WeightsDoNotAddToOne, sum="0.9"):
        a_draft(case, mair.id, contract, replace(content, outcomes=weighted))
    whole = (PlannedOutcome(one, True, Decimal("0.6")), PlannedOutcome(two, True, Decimal("0.4")))
    a_draft(case, mair.id, contract, replace(content, outcomes=whole))


def test_an_outcome_without_reasons_is_not_payable_in_a_plan(case, mair, contract):
    new = [replace(a_new_outcome(mair.id), payable=None)]
    (pk,) = set_outcomes(by=case.social_worker, at=AT, outcomes=new)
    with refused(OutcomeNotPayable, outcome_id=pk):
        a_draft(case, mair.id, contract, a_content([pk]))
    unpaid = replace(a_content([pk]), outcomes=(PlannedOutcome(pk),))
    a_draft(case, mair.id, contract, unpaid)


def test_an_outcome_of_somebody_else_is_refused(case, mair, contract):
    ann = a_person(case, "Ann Ellis")
    (pk,) = outcomes_for(case, ann.id, 1)
    with refused(OutcomeNotOfPerson, outcome_id=pk):
        a_draft(case, mair.id, contract, a_content([pk]))


def test_a_contract_that_does_not_hold_yet_is_refused(case, mair, contract):
    content = a_content(outcomes_for(case, mair.id), date(2025, 12, 31))
    with refused(ContractNotInForce, contract_id=contract, on=date(2025, 12, 31)):
        a_draft(case, mair.id, contract, content)


def test_another_council_sees_and_touches_nothing(case, mair, contract):
    draft = a_draft(case, mair.id, contract)
    other = a_case("E06000054", "england")
    theirs = a_person(other)
    with refused(Absent, what="plan_version", id=draft.version_id):
        propose(other, draft.version_id)
    content = a_content(outcomes_for(other, theirs.id))
    with refused(Absent, what="contract", id=contract):
        a_draft(other, theirs.id, contract, content)


def test_no_plan_is_drafted_for_somebody_who_has_died(case, mair, contract):
    content = a_content(outcomes_for(case, mair.id))
    record_death(by=case.social_worker, at=AT, person_id=mair.id, on=STARTS - DAY)
    with refused(PersonHasDied, person_id=mair.id):
        a_draft(case, mair.id, contract, content)


def test_many_plans_are_drafted_and_proposed_with_few_queries(
    case, contract, django_assert_max_num_queries
):
    people = [a_person(case, f"Person {n}") for n in range(12)]
    contents = [a_content(outcomes_for(case, p.id)) for p in people]
    plans = [NewPlan(p.id, contract, c) for p, c in zip(people, contents, strict=True)]
    with django_assert_max_num_queries(40):
        drafts = draft_plans(by=case.manager, at=AT, plans=plans)
    ids = [d.version_id for d in drafts]
    with django_assert_max_num_queries(30):
        propose_plans(by=case.manager, at=AT, on=STARTS, version_ids=ids)
    with django_assert_max_num_queries(7):
        assert len(version_content(ids)) == 12


hours = st.decimals("0", "200", places=2)
planned = st.one_of(
    st.builds(
        PlannedLine,
        what=st.just("A"),
        deliverer=st.just(Deliverer.PROVIDER),
        band=st.sampled_from(Band),
        hours=hours,
        funded_by=st.sampled_from(["", "Grant"]),
    ),
    st.builds(
        PlannedLine,
        what=st.just("B"),
        deliverer=st.just(Deliverer.THIRD_SECTOR),
        cost=st.integers(0, 10**6),
    ),
    st.builds(PlannedLine, what=st.just("C"), deliverer=st.just(Deliverer.FAMILY)),
)


@settings(max_examples=8 * CAMPAIGN)
@given(st.lists(planned, max_size=6))
def test_the_price_is_always_the_sum_and_never_below_zero(lines):
    with transaction.atomic():
        case = a_case()
        mair = a_person(case)
        content = replace(a_content(outcomes_for(case, mair.id)), lines=tuple(lines))
        price = a_draft(case, mair.id, a_contract(case), content).price
        rate = {Band.STANDARD: Decimal(2240), Band.SPECIALIST: Decimal(2715)}
        exact = sum(
            (
                Decimal(line.cost or 0) if line.band is None else rate[line.band] * line.hours
                for line in lines
                if not line.funded_by
            ),
            Decimal(0),
        )
        assert price >= 0
        assert abs(price - exact) <= Decimal("0.5")
        transaction.set_rollback(True)
