"""Two processes agree at the same moment: one wins, and the database itself holds the line."""

import subprocess
import sys

import pytest
from django.db import IntegrityError, transaction

from tests.fixtures.case import (
    STARTS,
    a_case,
    a_content,
    a_contract,
    a_draft,
    a_person,
    an_agreed_plan,
    answer,
    moment,
    outcomes_for,
    propose,
)
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.outcomes.models import PlanAnswer, PlanMove, PlanVersion
from whatmatters.outcomes.queries import version
from whatmatters.outcomes.services import redraft
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.people import Authority

ANSWERS = """
import sys
import django
django.setup()
from datetime import UTC, date, datetime
from whatmatters.access.queries import actor_for
from whatmatters.outcomes.services import PlanAnswerGiven, answer_plan
from whatmatters.records.standing import of_council
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.refusals import Refusal
user, council, version = map(int, sys.argv[1:])
on = date(2026, 4, 6)
with of_council(council):
    by = actor_for(user, council_id=council, on=on)
    print("ready", flush=True)
    sys.stdin.readline()
    given = PlanAnswerGiven(version, Party.COUNCIL, Answer.AGREED)
    try:
        print(answer_plan(by=by, at=datetime(2026, 4, 6, 12, tzinfo=UTC), on=on, answer=given))
    except Refusal as refusal:
        print(refusal.code)
"""


def started(env, *arguments):
    """A process that stands ready and answers when it is told to."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", ANSWERS, *map(str, arguments)],
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.campaign
def test_two_who_agree_for_the_council_at_once_agree_once(own_database):
    case = a_case()
    mair = a_person(case)
    draft = a_draft(case, mair.id, a_contract(case))
    propose(case, draft.version_id)
    for party in (Party.PERSON, Party.PROVIDER):
        answer(case, mair, draft.version_id, party)
    both = [
        started(own_database.env, actor.user_id, case.council_id, draft.version_id)
        for actor in (case.social_worker, case.commissioner)
    ]
    for process in both:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    said = [process.communicate() for process in both]
    lost = {"plan_not_proposed", "already_answered"}
    won, other = sorted((out.strip() for out, _ in said), key=lambda code: code in lost)
    assert (won, other in lost) == ("agreed", True), said
    found = version(draft.version_id, council_id=case.council_id)
    assert found is not None
    assert found.state is PlanState.AGREED
    assert len(agreement_facts(case.council_id)) == 1
    assert PlanAnswer.objects.filter(version_id=draft.version_id).count() == 3
    assert PlanMove.objects.filter(version_id=draft.version_id, to=PlanState.AGREED).count() == 1


def wrote(case):
    return {"council_id": case.council_id, "by_id": case.manager.user_id, "at": moment(STARTS)}


@pytest.mark.django_db
def test_the_database_refuses_what_the_services_never_write():
    case = a_case()
    mair = a_person(case)
    plan = an_agreed_plan(case, mair, a_contract(case))
    content = a_content(outcomes_for(case, mair.id))
    new = redraft(
        by=case.manager,
        at=moment(STARTS),
        on=STARTS,
        version_id=plan.version_id,
        content=content,
    )
    with pytest.raises(IntegrityError, match="plan"), transaction.atomic():
        PlanVersion.objects.filter(pk=new.version_id).update(state=PlanState.AGREED)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanMove.objects.create(
            version_id=plan.version_id, to=PlanState.AGREED, on=STARTS, why="again", **wrote(case)
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanAnswer.objects.create(
            version_id=plan.version_id,
            party=Party.PERSON,
            answer=Answer.AGREED,
            authority=Authority.OWN,
            on=STARTS,
            **wrote(case),
        )
