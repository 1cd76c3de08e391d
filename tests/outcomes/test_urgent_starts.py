"""Urgent starts, and whatever else may be tried with a plan."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.campaign import CAMPAIGN
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
from whatmatters.outcomes.queries import (
    agreed_on_day,
    version,
    versions_of_person,
)
from whatmatters.outcomes.services import (
    AlreadyAnswered,
    AlreadyStartedUrgently,
    PlanNotProposed,
    VersionAlreadyOpen,
    VoiceRefused,
    redraft,
    start_urgently,
)
from whatmatters.rules.lifecycles import MoveRefusedError, PlanState
from whatmatters.rules.outcomes import Answer, EndReason, Party
from whatmatters.rules.roles import Role

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


def signed(case):
    return {
        a.source_id: (a.starts, a.ended_on, a.end_reason) for a in agreement_facts(case.council_id)
    }


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


acts = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(Party), st.sampled_from(Answer)),
        st.sampled_from(["redraft", "propose", "urgent"]),
    ),
    max_size=12,
)


@settings(max_examples=8 * CAMPAIGN)
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
