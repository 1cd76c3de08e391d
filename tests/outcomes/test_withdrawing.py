"""A provider takes back what nobody has agreed to; support that runs is never taken back."""

from datetime import timedelta

import pytest

from tests.fixtures.case import (
    STARTS,
    a_case,
    a_contract,
    a_draft,
    a_person,
    an_agreed_plan,
    moment,
    propose,
)
from tests.fixtures.whole import refused
from whatmatters.outcomes.queries import version_facts
from whatmatters.outcomes.services import (
    AlreadyStartedUrgently,
    NotYoursToWrite,
    PlanAlreadyAgreed,
    start_urgently,
    withdraw_plan,
)
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.lifecycles import MoveRefusedError, PlanState
from whatmatters.rules.refusals import Absent

pytestmark = pytest.mark.django_db
AT = moment(STARTS)


def test_a_draft_and_a_proposal_are_taken_back_and_stay_to_be_read():
    case = a_case()
    mair, contract = a_person(case), a_contract(case)
    draft = a_draft(case, mair.id, contract).version_id
    put = a_draft(case, mair.id, contract).version_id
    propose(case, put)
    for pk in (draft, put):
        withdraw_plan(by=case.manager, at=AT, on=STARTS, version_id=pk)
        facts = version_facts([pk])[pk]
        assert (facts.state, facts.withdrawn_on) == (PlanState.SUPERSEDED, STARTS)
        with pytest.raises(MoveRefusedError):
            withdraw_plan(by=case.manager, at=AT, on=STARTS, version_id=pk)


def test_what_runs_or_is_not_theirs_is_not_taken_back():
    case = a_case()
    mair, contract = a_person(case), a_contract(case)
    agreed = an_agreed_plan(case, mair, contract).version_id
    with refused(PlanAlreadyAgreed, version_id=agreed):
        withdraw_plan(by=case.manager, at=AT, on=STARTS, version_id=agreed)
    nest = a_person(case, "Nest Wŷn")
    urgent = a_draft(case, nest.id, contract).version_id
    with refused(NotYoursToWrite, person_id=nest.id):
        withdraw_plan(by=case.social_worker, at=AT, on=STARTS, version_id=urgent)
    with pytest.raises(DayNotReached):
        withdraw_plan(by=case.manager, at=AT, on=STARTS + timedelta(days=1), version_id=urgent)
    start_urgently(by=case.social_worker, at=AT, on=STARTS, version_ids=[urgent])
    with refused(AlreadyStartedUrgently, version_id=urgent):
        withdraw_plan(by=case.manager, at=AT, on=STARTS, version_id=urgent)
    elsewhere = a_case("W06000001")
    with pytest.raises(Absent):
        withdraw_plan(by=elsewhere.manager, at=AT, on=STARTS, version_id=urgent)
