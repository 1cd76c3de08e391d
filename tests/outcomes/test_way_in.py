"""The way in: own words, the area's lead provider, who owned each step and how long it took."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.fixtures.case import STARTS, a_case, a_contract, a_new_person, a_person, moment
from tests.fixtures.whole import refused
from whatmatters.outcomes.queries import (
    declines,
    demand_log,
    eligibility_of,
    paths,
    referrals_of,
    start_days,
    waiting,
)
from whatmatters.outcomes.services import (
    DeclineNeedsReason,
    EligibilityGiven,
    NewDemand,
    NewReferral,
    NoLeadProvider,
    NoPatch,
    PersonHasDied,
    StepTaken,
    decide_eligibility,
    judge_demand,
    log_demands,
    refer,
    route_referrals,
    take_steps,
)
from whatmatters.people.services import record_death, register_people
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.effective import NothingInForce
from whatmatters.rules.eligibility import UnknownEligibilityOutcome
from whatmatters.rules.outcomes import DeclineReason, DemandKind, WayInStep
from whatmatters.rules.people import Language
from whatmatters.rules.refusals import Absent
from whatmatters.rules.way_in import StepBeforeLast, StepRefused
from whatmatters.rules.word_refusals import WordsMissing

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LATER = moment(STARTS + 60 * DAY)


def asked(case, person_id, words="Dw i isio mynd i'r capel", on=STARTS):
    demand = NewDemand(on, words, Language.WELSH, person_id)
    return log_demands(by=case.social_worker, at=LATER, demands=[demand])[0]


def referred(case, person_id, on=STARTS):
    new = [NewReferral(person_id, asked(case, person_id), on, case.council_organisation_id)]
    return refer(by=case.social_worker, at=LATER, referrals=new)[0]


def take(case, *steps):
    return take_steps(by=case.social_worker, at=LATER, steps=list(steps))


def test_what_people_ask_for_is_kept_in_their_own_words():
    case = a_case()
    mair = a_person(case)
    pk = asked(case, mair.id, "<script>x</script> a lift to chapel")
    judge_demand(by=case.social_worker, at=LATER, demand_id=pk, kind=DemandKind.VALUE)
    (found,) = demand_log(case.council_id, STARTS, STARTS)
    assert (found.words, found.kind) == ("<script>x</script> a lift to chapel", "value")
    with refused(WordsMissing, field="words"):
        asked(case, mair.id, " ")


def test_somebody_unknown_may_ask_too():
    case = a_case()
    new = [NewDemand(STARTS, "Who can mend a step?", Language.ENGLISH)]
    log_demands(by=case.social_worker, at=LATER, demands=new)
    assert demand_log(case.council_id, STARTS, STARTS)[0].person_id is None


def test_a_request_goes_to_the_areas_lead_provider():
    case = a_case()
    contract = a_contract(case)
    mair = a_person(case)
    pk = referred(case, mair.id)
    leads = route_referrals(by=case.social_worker, at=LATER, on=STARTS + DAY, referral_ids=[pk])
    assert (leads[pk].provider_id, leads[pk].contract_id) == (case.provider_id, contract)
    (path,) = referrals_of(mair.id, council_id=case.council_id)
    assert [(s.step, s.owner_id, s.days) for s in path.steps] == [
        ("requested", case.council_organisation_id, 0),
        ("routed", case.provider_id, 1),
    ]


def test_without_a_lead_or_a_patch_nobody_is_asked():
    case = a_case()
    mair = a_person(case)
    pk = referred(case, mair.id)
    with refused(NoLeadProvider, patch_id=case.patch_id, on=STARTS):
        route_referrals(by=case.social_worker, at=LATER, on=STARTS, referral_ids=[pk])
    people = [replace(a_new_person(case, "Ann"), patch_id=None)]
    (ann,) = register_people(by=case.social_worker, at=LATER, people=people)
    pk = referred(case, ann)
    with refused(NoPatch, person_id=ann):
        route_referrals(by=case.social_worker, at=LATER, on=STARTS, referral_ids=[pk])


def test_days_hand_offs_and_owners_of_the_whole_way():
    case = a_case()
    mair = a_person(case)
    pk = referred(case, mair.id)
    council, provider = case.council_organisation_id, case.provider_id
    way = [
        (WayInStep.CONVERSATION, 3, council),
        (WayInStep.ELIGIBILITY, 5, None),
        (WayInStep.HANDED_OFF, 8, provider),
        (WayInStep.ROUTED, 8, council),
        (WayInStep.ACCEPTED, 10, provider),
        (WayInStep.PLAN_PROPOSED, 20, provider),
        (WayInStep.AGREED, 34, provider),
        (WayInStep.STARTED, 35, provider),
    ]
    take(case, *[StepTaken(pk, step, STARTS + n * DAY, owner) for step, n, owner in way])
    found = paths([pk])[pk]
    assert [s.days for s in found.steps] == [0, 3, 2, 3, 0, 2, 10, 14, 1]
    assert (found.hand_offs, found.days_to_start, found.now) == (3, 35, "started")
    day = STARTS + 35 * DAY
    assert start_days(case.council_id, day, day) == (35,)
    assert waiting(case.council_id, STARTS + 40 * DAY) == ()
    assert [w.referral_id for w in waiting(case.council_id, STARTS + 34 * DAY)] == [pk]


def test_a_leap_day_is_a_day_of_waiting():
    case = a_case()
    mair = a_person(case)
    first = date(2028, 2, 28)
    at = moment(date(2028, 3, 31))
    words = [NewDemand(first, "Help", Language.ENGLISH, mair.id)]
    (demand,) = log_demands(by=case.social_worker, at=at, demands=words)
    new = [NewReferral(mair.id, demand, first)]
    (pk,) = refer(by=case.social_worker, at=at, referrals=new)
    # 29 February lies between, and on 26 March the clocks change.
    for step, on in (
        (WayInStep.CONVERSATION, date(2028, 3, 1)),
        (WayInStep.ROUTED, date(2028, 3, 27)),
    ):
        take_steps(by=case.social_worker, at=at, steps=[StepTaken(pk, step, on)])
    assert [s.days for s in paths([pk])[pk].steps] == [0, 2, 26]


def test_a_decline_says_why_and_is_counted():
    case = a_case()
    a_contract(case)
    mair = a_person(case)
    pk = referred(case, mair.id)
    route_referrals(by=case.social_worker, at=LATER, on=STARTS, referral_ids=[pk])
    with refused(DeclineNeedsReason):
        take(case, StepTaken(pk, WayInStep.DECLINED, STARTS))
    why = DeclineReason.LANGUAGE
    take(case, StepTaken(pk, WayInStep.DECLINED, STARTS, case.provider_id, why))
    assert declines(case.council_id, STARTS, STARTS) == {"language": 1}
    assert declines(case.council_id, STARTS + DAY, STARTS + DAY) == {}


def test_steps_out_of_order_are_refused_whole():
    case = a_case()
    mair = a_person(case)
    pk = referred(case, mair.id)
    talked = StepTaken(pk, WayInStep.CONVERSATION, STARTS + DAY)
    with refused(StepRefused, now="conversation", to="started"):
        take(case, talked, StepTaken(pk, WayInStep.STARTED, STARTS + DAY))
    with refused(StepBeforeLast):
        take(case, talked, StepTaken(pk, WayInStep.ROUTED, STARTS))
    with refused(DayNotReached):
        take(case, StepTaken(pk, WayInStep.CONVERSATION, STARTS + 61 * DAY))


def test_another_councils_request_is_absent():
    case, other = a_case(), a_case("E06000054", "england")
    theirs = a_person(other)
    pk = referred(other, theirs.id)
    with refused(Absent, what="referral", id=pk):
        take(case, StepTaken(pk, WayInStep.CONVERSATION, STARTS))
    with refused(Absent, what="referral", id=pk):
        route_referrals(by=case.social_worker, at=LATER, on=STARTS, referral_ids=[pk])
    mair = a_person(case)
    demand = asked(other, theirs.id)
    with refused(Absent, what="demand", id=demand):
        new = [NewReferral(mair.id, demand, STARTS)]
        refer(by=case.social_worker, at=LATER, referrals=new)
    assert waiting(case.council_id, STARTS) == ()


def test_nothing_goes_on_for_somebody_who_has_died_but_the_request_is_withdrawn():
    case = a_case()
    mair = a_person(case)
    pk = referred(case, mair.id)
    record_death(by=case.social_worker, at=LATER, person_id=mair.id, on=STARTS)
    with refused(PersonHasDied, person_id=mair.id, on=STARTS):
        take(case, StepTaken(pk, WayInStep.CONVERSATION, STARTS + DAY))
    take(case, StepTaken(pk, WayInStep.WITHDRAWN, STARTS + DAY))
    assert paths([pk])[pk].now == "withdrawn"


@pytest.mark.parametrize(
    ("code", "nation", "met", "eligible"),
    [
        ("W06000002", "wales", {"vi"}, True),
        ("W06000002", "wales", set(), False),
        ("E06000054", "england", {"b"}, False),
        ("E06000054", "england", {"b", "j"}, True),
    ],
)
def test_eligibility_is_decided_by_the_nations_rule_of_the_day(code, nation, met, eligible):
    case = a_case(code, nation)
    mair = a_person(case)
    new = [EligibilityGiven(mair.id, STARTS, frozenset(met), "She cannot cook or wash")]
    (decided,) = decide_eligibility(by=case.social_worker, at=LATER, decisions=new)
    assert decided.eligible is eligible
    assert decided.rule.startswith(f"{nation}:")
    (found,) = eligibility_of(mair.id, council_id=case.council_id)
    assert (set(found.met), found.eligible, found.rule) == (met, eligible, decided.rule)


def test_a_letter_that_the_rule_does_not_have_or_a_day_before_it_is_refused():
    case = a_case()
    mair = a_person(case)
    with refused(UnknownEligibilityOutcome, ref="zz"):
        wrong = [EligibilityGiven(mair.id, STARTS, frozenset({"zz"}))]
        decide_eligibility(by=case.social_worker, at=LATER, decisions=wrong)
    with refused(NothingInForce):
        old = [EligibilityGiven(mair.id, date(2010, 1, 1), frozenset({"a"}))]
        decide_eligibility(by=case.social_worker, at=LATER, decisions=old)


def test_a_hundred_requests_are_read_with_two_queries(django_assert_num_queries):
    case = a_case()
    a_contract(case)
    ids = [referred(case, a_person(case, f"Person {n}").id) for n in range(6)]
    route_referrals(by=case.social_worker, at=LATER, on=STARTS, referral_ids=ids)
    with django_assert_num_queries(2):
        assert len(paths(ids)) == 6
