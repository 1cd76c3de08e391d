"""The agreement by three: in their own voices, by versions, and never stopping present support."""

from datetime import timedelta
from itertools import permutations

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.case import (
    STARTS,
    a_case,
    a_content,
    a_contract,
    a_draft,
    a_person,
    agreed_by_three,
    an_actor,
    an_agreed_plan,
    answer,
    moment,
    outcomes_for,
    propose,
)
from tests.fixtures.whole import refused
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.queries import (
    agreed_on_day,
    answers,
    bounces,
    version,
    versions_of_person,
    waiting_for,
)
from whatmatters.outcomes.services import (
    AlreadyAnswered,
    AlreadyStartedUrgently,
    PersonHasDied,
    PlanAnswerGiven,
    PlanNotProposed,
    PlansOverlap,
    PriceMoved,
    VersionAlreadyOpen,
    VersionStartsTooEarly,
    VoiceRefused,
    answer_plan,
    answer_plans,
    end_versions,
    redraft,
    start_urgently,
)
from whatmatters.people.services import NewDecider, appoint_deciders, record_death
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.lifecycles import MoveRefusedError, PlanState
from whatmatters.rules.outcomes import Answer, EndReason, Party
from whatmatters.rules.people import Authority
from whatmatters.rules.roles import Role
from whatmatters.rules.words import WordsMissing

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


@pytest.fixture
def proposed(case, mair, contract):
    draft = a_draft(case, mair.id, contract)
    propose(case, draft.version_id)
    return draft.version_id


def state(case, version_id):
    found = version(version_id, council_id=case.council_id)
    assert found is not None
    return found.state


def signed(case):
    return {
        a.source_id: (a.starts, a.ended_on, a.end_reason) for a in agreement_facts(case.council_id)
    }


@pytest.mark.parametrize("order", list(permutations(Party)))
def test_the_order_of_the_three_does_not_matter(case, mair, proposed, order):
    *first, last = order
    for party in first:
        assert answer(case, mair, proposed, party) is PlanState.PROPOSED
    assert waiting_for([proposed]) == {proposed: {last}}
    assert signed(case) == {}
    assert answer(case, mair, proposed, last) is PlanState.AGREED
    assert list(signed(case)) == [proposed]


@pytest.mark.parametrize("party", Party)
def test_nobody_answers_in_anothers_voice(case, mair, proposed, party):
    own = {
        Party.PERSON: {mair.actor},
        Party.PROVIDER: {case.manager},
        Party.COUNCIL: {case.social_worker, case.commissioner},
    }
    ann = a_person(case, "Ann Ellis")
    another = an_actor(case.system, Role.SOCIAL_WORKER, case.council_organisation_id)
    rival = an_actor(case.system, Role.PROVIDER_MANAGER, case.council_organisation_id)
    daughter = an_actor(case.system, Role.FAMILY, None)
    everybody = {mair.actor, case.manager, case.social_worker, case.commissioner, case.finance}
    everybody |= {case.team_member, case.system, ann.actor, another, rival, daughter}
    given = PlanAnswerGiven(proposed, party, Answer.AGREED)
    for actor in everybody - own[party]:
        with refused(VoiceRefused, party=str(party)):
            answer_plan(by=actor, at=AT, on=STARTS, answer=given)
    answer_plan(by=own[party].pop(), at=AT, on=STARTS, answer=given)


def test_who_decides_for_her_answers_by_the_recorded_authority(case, mair, proposed):
    son = an_actor(case.system, Role.FAMILY, None)
    given = PlanAnswerGiven(proposed, Party.PERSON, Answer.AGREED)
    with refused(VoiceRefused, party="person"):
        answer_plan(by=son, at=AT, on=STARTS, answer=given)
    new = [NewDecider(mair.id, son.user_id, Authority.ATTORNEY, STARTS)]
    appoint_deciders(by=case.social_worker, at=AT, deciders=new)
    answer_plan(by=son, at=AT, on=STARTS, answer=given)
    (found,) = answers([proposed])[proposed]
    assert (found.party, found.authority, found.by_id) == ("person", "attorney", son.user_id)


def test_supported_to_decide_is_recorded_as_that(case, mair, proposed):
    given = PlanAnswerGiven(proposed, Party.PERSON, Answer.AGREED, Authority.SUPPORTED)
    answer_plan(by=mair.actor, at=AT, on=STARTS, answer=given)
    assert answers([proposed])[proposed][0].authority == "supported"


def test_each_party_answers_once(case, mair, proposed):
    answer(case, mair, proposed, Party.PERSON)
    with refused(AlreadyAnswered, party="person"):
        answer(case, mair, proposed, Party.PERSON)


def test_a_plan_that_was_agreed_is_not_agreed_again(case, mair, proposed):
    agreed_by_three(case, mair, proposed)
    with refused(PlanNotProposed, version_id=proposed, state="agreed"):
        answer(case, mair, proposed, Party.COUNCIL)


def test_an_answer_twice_in_one_list_is_refused_whole(case, mair, proposed):
    given = PlanAnswerGiven(proposed, Party.PERSON, Answer.AGREED)
    with refused(AlreadyAnswered, party="person"):
        answer_plans(by=mair.actor, at=AT, on=STARTS, answers=[given, given])


@pytest.mark.parametrize("said", [Answer.AMENDMENT, Answer.DECLINED])
def test_who_does_not_agree_says_why(case, mair, proposed, said):
    with refused(WordsMissing, field="words"):
        answer(case, mair, proposed, Party.COUNCIL, said, words=" ")


def test_a_draft_is_not_answered_and_tomorrow_is_not_today(case, mair, contract, proposed):
    draft = a_draft(case, mair.id, contract)
    with refused(PlanNotProposed, state="draft"):
        answer(case, mair, draft.version_id, Party.PERSON)
    given = PlanAnswerGiven(proposed, Party.PERSON, Answer.AGREED)
    with refused(DayNotReached, on=STARTS + DAY):
        answer_plan(by=mair.actor, at=AT, on=STARTS + DAY, answer=given)


def test_an_amendment_makes_a_new_version_and_is_a_bounce(case, mair, proposed):
    said = answer(case, mair, proposed, Party.COUNCIL, Answer.AMENDMENT, words="Fewer hours")
    assert said is PlanState.AMENDMENT_REQUESTED
    with refused(PlanNotProposed, state="amendment_requested"):
        answer(case, mair, proposed, Party.PERSON)
    later = STARTS + 5 * DAY
    new = redraft(by=case.manager, at=moment(later), on=later, version_id=proposed)
    assert state(case, proposed) is PlanState.SUPERSEDED
    propose(case, new.version_id, later)
    agreed_by_three(case, mair, new.version_id, STARTS + 9 * DAY)
    told = [(v.number, v.state) for v in versions_of_person(mair.id, council_id=case.council_id)]
    assert told == [(2, "agreed"), (1, "superseded")]
    found = bounces([new.plan_id])[new.plan_id]
    assert (found.bounces, found.proposed_on, found.days) == (1, STARTS, 9)
    assert list(signed(case)) == [new.version_id]


def test_a_declined_proposal_never_stops_present_support(case, mair, contract):
    first = an_agreed_plan(case, mair, contract)
    later = STARTS + 28 * DAY
    content = a_content(outcomes_for(case, mair.id), later)
    new = redraft(by=case.manager, at=AT, on=STARTS, version_id=first.version_id, content=content)
    propose(case, new.version_id)
    answer(case, mair, new.version_id, Party.PERSON, Answer.DECLINED, words="I am content")
    assert state(case, first.version_id) is PlanState.AGREED
    assert signed(case) == {first.version_id: (STARTS, None, None)}
    running = agreed_on_day(case.council_id, later)
    assert [v.id for v in running] == [first.version_id]


def test_a_new_version_stops_the_old_the_day_before_its_first(case, mair, contract):
    first = an_agreed_plan(case, mair, contract)
    later = STARTS + 28 * DAY
    content = a_content(outcomes_for(case, mair.id), later)
    new = redraft(by=case.manager, at=AT, on=STARTS, version_id=first.version_id, content=content)
    propose(case, new.version_id)
    agreed_by_three(case, mair, new.version_id)
    assert (state(case, first.version_id), state(case, new.version_id)) == ("ended", "agreed")
    assert signed(case) == {
        first.version_id: (STARTS, later - DAY, EndReason.REPLACED),
        new.version_id: (later, None, None),
    }
    for day, held in ((later - DAY, first.version_id), (later, new.version_id)):
        assert [v.id for v in agreed_on_day(case.council_id, day)] == [held]


def test_a_new_version_starts_no_earlier_than_the_old(case, mair, contract):
    first = an_agreed_plan(case, mair, contract)
    content = a_content(outcomes_for(case, mair.id), STARTS - DAY)
    new = redraft(by=case.manager, at=AT, on=STARTS, version_id=first.version_id, content=content)
    propose(case, new.version_id)
    for party in (Party.PERSON, Party.PROVIDER):
        answer(case, mair, new.version_id, party)
    with refused(VersionStartsTooEarly, starts=STARTS - DAY, earlier=STARTS):
        answer(case, mair, new.version_id, Party.COUNCIL)


def test_the_same_days_are_never_paid_twice(case, mair, contract):
    first = an_agreed_plan(case, mair, contract)
    second = a_draft(case, mair.id, contract)
    propose(case, second.version_id)
    for party in (Party.PERSON, Party.PROVIDER):
        answer(case, mair, second.version_id, party)
    with refused(PlansOverlap, version_id=first.version_id):
        answer(case, mair, second.version_id, Party.COUNCIL)


def test_the_next_plan_stops_late_pay_and_leaves_the_old_one_to_be_judged(case, mair, contract):
    first = an_agreed_plan(case, mair, contract)
    late = STARTS + 91 * DAY
    content = a_content(outcomes_for(case, mair.id), late)
    second = an_agreed_plan(case, mair, contract, content, on=late, follows=first.plan_id)
    assert state(case, first.version_id) is PlanState.AGREED
    assert signed(case)[first.version_id] == (STARTS, late - DAY, EndReason.REPLACED)
    end_versions(
        by=case.social_worker,
        at=moment(late),
        on=late,
        version_ids=[first.version_id],
        why="reviewed",
        reason=EndReason.REVIEWED,
    )
    assert state(case, first.version_id) is PlanState.ENDED
    assert signed(case)[first.version_id] == (STARTS, late - DAY, EndReason.REPLACED)
    assert signed(case)[second.version_id] == (late, None, None)


def test_rates_that_moved_since_the_proposal_are_not_agreed_to(case, mair, proposed):
    for party in (Party.PERSON, Party.PROVIDER):
        answer(case, mair, proposed, party)
    PlanVersion.objects.filter(pk=proposed).update(price=278299)
    with refused(PriceMoved, proposed=278299, now=278300):
        answer(case, mair, proposed, Party.COUNCIL)


def test_nothing_is_agreed_for_somebody_who_has_died(case, mair, proposed):
    record_death(by=case.social_worker, at=AT, person_id=mair.id, on=STARTS - DAY)
    for actor, party in ((case.manager, Party.PROVIDER), (case.social_worker, Party.COUNCIL)):
        given = PlanAnswerGiven(proposed, party, Answer.AGREED)
        with refused(PersonHasDied, person_id=mair.id):
            answer_plan(by=actor, at=AT, on=STARTS, answer=given)


def begin(case, version_id, by=None):
    start_urgently(by=by or case.social_worker, at=AT, on=STARTS, version_ids=[version_id])


def test_an_urgent_start_is_paid_from_its_first_day_and_agreed_within_14(case, mair, contract):
    draft = a_draft(case, mair.id, contract)
    begin(case, draft.version_id)
    found = version(draft.version_id, council_id=case.council_id)
    assert found is not None
    assert (found.state, found.urgent_on, found.agree_by) == (
        PlanState.PROPOSED,
        STARTS,
        STARTS + 14 * DAY,
    )
    assert signed(case) == {draft.version_id: (STARTS, None, None)}
    assert agreed_by_three(case, mair, draft.version_id, STARTS + 6 * DAY) is PlanState.AGREED
    assert signed(case) == {draft.version_id: (STARTS, None, None)}


def test_only_her_own_social_worker_starts_urgently(case, mair, proposed):
    another = an_actor(case.system, Role.SOCIAL_WORKER, case.council_organisation_id)
    for actor in (another, case.commissioner, case.manager, mair.actor):
        with refused(VoiceRefused, party="council"):
            begin(case, proposed, actor)
    begin(case, proposed)
    with refused(AlreadyStartedUrgently, version_id=proposed):
        begin(case, proposed)


def test_an_urgent_start_that_is_declined_goes_on(case, mair, proposed):
    begin(case, proposed)
    answer(case, mair, proposed, Party.PERSON, Answer.DECLINED, words="Not like this")
    assert signed(case) == {proposed: (STARTS, None, None)}
    assert [v.id for v in agreed_on_day(case.council_id, STARTS)] == [proposed]
    new = redraft(by=case.manager, at=AT, on=STARTS, version_id=proposed)
    assert [v.id for v in agreed_on_day(case.council_id, STARTS)] == [proposed]
    propose(case, new.version_id)
    agreed_by_three(case, mair, new.version_id)
    assert signed(case) == {
        proposed: (STARTS, STARTS - DAY, EndReason.REPLACED),
        new.version_id: (STARTS, None, None),
    }


def test_ending_ends_what_is_agreed_and_lets_go_what_is_open(case, mair, contract):
    first = an_agreed_plan(case, mair, contract)
    new = redraft(by=case.manager, at=AT, on=STARTS, version_id=first.version_id)
    ids = [first.version_id, new.version_id]
    asked = {"by": case.social_worker, "at": AT, "on": STARTS, "version_ids": ids}
    end_versions(why="died", reason=EndReason.DIED, **asked)
    assert [state(case, pk) for pk in ids] == ["ended", "superseded"]
    assert signed(case) == {first.version_id: (STARTS, STARTS, EndReason.DIED)}
    with refused(MoveRefusedError, now="ended", to="ended"):
        end_versions(why="died", reason=EndReason.DIED, **asked)


def test_a_plan_ended_before_its_first_day_earns_nothing(case, mair, contract):
    content = a_content(outcomes_for(case, mair.id), STARTS + 7 * DAY)
    plan = an_agreed_plan(case, mair, contract, content)
    end_versions(
        by=case.social_worker,
        at=AT,
        on=STARTS,
        version_ids=[plan.version_id],
        why="died",
        reason=EndReason.DIED,
    )
    starts = STARTS + 7 * DAY
    assert signed(case)[plan.version_id] == (starts, starts - DAY, EndReason.DIED)


def test_many_are_answered_at_once_with_few_queries(case, contract, django_assert_max_num_queries):
    people = [a_person(case, f"Person {n}") for n in range(10)]
    ids = [a_draft(case, p.id, contract).version_id for p in people]
    for pk in ids:
        propose(case, pk)
    for somebody, pk in zip(people, ids, strict=True):
        answer(case, somebody, pk, Party.PERSON)

    def given(party):
        return [PlanAnswerGiven(pk, party, Answer.AGREED) for pk in ids]

    with django_assert_max_num_queries(26):
        answer_plans(by=case.manager, at=AT, on=STARTS, answers=given(Party.PROVIDER))
    with django_assert_max_num_queries(60):
        found = answer_plans(by=case.social_worker, at=AT, on=STARTS, answers=given(Party.COUNCIL))
    assert set(found.values()) == {PlanState.AGREED}
    assert set(signed(case)) == set(ids)


acts = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(Party), st.sampled_from(Answer)),
        st.sampled_from(["redraft", "propose", "urgent"]),
    ),
    max_size=12,
)


@settings(max_examples=20)
@given(acts)
def test_whatever_is_tried_one_version_at_most_is_agreed_and_support_never_stops(tried):
    """Random acts: refused or done, at most one version is agreed, and once support has begun
    some agreement runs for ever after."""
    with transaction.atomic():
        case = a_case()
        mair = a_person(case)
        draft = a_draft(case, mair.id, a_contract(case))
        newest, begun = draft.version_id, False
        for act in tried:
            newest = attempt(case, mair, newest, act)
            rows = versions_of_person(mair.id, council_id=case.council_id)
            assert sum(v.state is PlanState.AGREED for v in rows) <= 1
            running = [pk for pk, told in signed(case).items() if told[1] is None]
            begun = begun or bool(running)
            assert len(running) == (1 if begun else 0)
        transaction.set_rollback(True)


def attempt(case, mair, newest, act):
    """Try one act on the newest version; the newest version then."""
    try:
        with transaction.atomic():
            if act == "redraft":
                return redraft(by=case.manager, at=AT, on=STARTS, version_id=newest).version_id
            if act == "propose":
                propose(case, newest)
            elif act == "urgent":
                begin(case, newest)
            else:
                answer(case, mair, newest, *act, words="so it is")
    except (
        MoveRefusedError,
        PlanNotProposed,
        AlreadyAnswered,
        AlreadyStartedUrgently,
        VersionAlreadyOpen,
    ):
        pass
    return newest
