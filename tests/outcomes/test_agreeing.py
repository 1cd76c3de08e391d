"""The agreement by three: in their own voices, by versions, and never stopping present support."""

from datetime import timedelta
from itertools import permutations

import pytest

from tests.fixtures.case import (
    STARTS,
    a_case,
    a_contract,
    a_draft,
    a_person,
    agreed_by_three,
    an_actor,
    answer,
    moment,
    propose,
)
from tests.fixtures.whole import refused
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.queries import answers, bounces, version, versions_of_person, waiting_for
from whatmatters.outcomes.services import (
    AlreadyAnswered,
    PersonHasDied,
    PlanAnswerGiven,
    PlanNotProposed,
    PriceMoved,
    VoiceRefused,
    answer_plan,
    answer_plans,
    redraft,
)
from whatmatters.people.services import NewDecider, appoint_deciders, record_death
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.people import Authority
from whatmatters.rules.roles import Role
from whatmatters.rules.word_refusals import WordsMissing

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
