"""New versions and next plans: present support never stops, and no day is paid twice."""

from datetime import timedelta

import pytest

from tests.fixtures.case import (
    STARTS,
    a_case,
    a_content,
    a_contract,
    a_draft,
    a_person,
    agreed_by_three,
    an_agreed_plan,
    answer,
    moment,
    outcomes_for,
    propose,
)
from tests.fixtures.whole import refused
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.outcomes.queries import (
    agreed_on_day,
    version,
)
from whatmatters.outcomes.services import (
    PlansOverlap,
    VersionStartsTooEarly,
    close_case,
    end_versions,
    redraft,
)
from whatmatters.rules.lifecycles import MoveRefusedError, PlanState
from whatmatters.rules.outcomes import Answer, EndReason, Party

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


def state(case, version_id):
    found = version(version_id, council_id=case.council_id)
    assert found is not None
    return found.state


def signed(case):
    return {
        a.source_id: (a.starts, a.ended_on, a.end_reason) for a in agreement_facts(case.council_id)
    }


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


def test_who_moves_before_a_new_version_begins_has_neither_after_that_day(case, mair, contract):
    """The old one was to stop on the day before: no day after she left is paid."""
    first = an_agreed_plan(case, mair, contract)
    content = a_content(outcomes_for(case, mair.id), STARTS + 28 * DAY)
    new = redraft(by=case.manager, at=AT, on=STARTS, version_id=first.version_id, content=content)
    propose(case, new.version_id)
    agreed_by_three(case, mair, new.version_id)
    left = STARTS + 7 * DAY
    who = {"by": case.social_worker, "at": moment(left), "person_id": mair.id}
    close_case(**who, on=left, reason=EndReason.MOVED)
    assert signed(case) == {
        first.version_id: (STARTS, left, EndReason.MOVED),
        new.version_id: (STARTS + 28 * DAY, STARTS + 27 * DAY, EndReason.MOVED),
    }


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
