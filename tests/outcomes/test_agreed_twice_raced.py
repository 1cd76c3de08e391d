"""A plan agreed twice at once, as a race of processes: what holds the line, taken away in turn.

Two things stand between two who agree at the same moment: the rows that are held while one looks
(`FOR UPDATE`), and the unique keys. Either alone is enough; without both the race is lost.
"""

import multiprocessing
from functools import partial
from typing import Any

import pytest
from django.db import connection

from tests.fixtures.case import (
    STARTS,
    Case,
    a_case,
    a_contract,
    a_draft,
    a_person,
    answer,
    moment,
    propose,
)
from tests.fixtures.racing import race
from whatmatters.access.queries import Actor
from whatmatters.commissioning.queries import agreement_facts
from whatmatters.outcomes.models import PlanAnswer, PlanMove
from whatmatters.outcomes.services import PlanAnswerGiven, answer_plan
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Answer, Party

RACERS = 6
KEYS = {
    "outcomes_plananswer": "plan_answer_once",
    "outcomes_planmove": "plan_version_agreed_once",
    "commissioning_agreement": "agreement_per_source_once",
    "outcomes_planversion": "plan_one_agreed_version",
}


@pytest.fixture
def case(own_database) -> Case:
    return a_case()


def _proposed(case: Case) -> int:
    """A version to which everybody but the council has said yes."""
    mair = a_person(case)
    draft = a_draft(case, mair.id, a_contract(case))
    propose(case, draft.version_id)
    for party in (Party.PERSON, Party.PROVIDER):
        answer(case, mair, draft.version_id, party)
    return draft.version_id


def _agree(by: Actor, version_id: int) -> str:
    given = PlanAnswerGiven(version_id, Party.COUNCIL, Answer.AGREED)
    return str(answer_plan(by=by, at=moment(STARTS), on=STARTS, answer=given))


def _agree_once_all_have_looked(by: Actor, version_id: int, meeting: Any) -> str:
    """Agrees without holding what it looks at, and waits until every other has looked as well."""
    if connection.vendor == "sqlite":
        connection.transaction_mode = None

    def between(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "outcomes_plananswer"'):
            meeting.wait(timeout=120)
        return execute(sql.replace(" FOR UPDATE", ""), params, many, context)

    with connection.execute_wrapper(between):
        return _agree(by, version_id)


def _racers(case: Case) -> list[Actor]:
    return [case.social_worker, case.commissioner] * (RACERS // 2)


def _all_look_first(case: Case, version_id: int) -> list[tuple[str, Any]]:
    meeting = multiprocessing.get_context("fork").Barrier(RACERS)
    act = partial(_agree_once_all_have_looked, version_id=version_id, meeting=meeting)
    return race([partial(act, by) for by in _racers(case)])


def _drop_the_keys(cursor) -> None:
    for table, key in KEYS.items():
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT IF EXISTS "{key}"')
        cursor.execute(f'DROP INDEX IF EXISTS "{key}"')


def _agreed_once(case: Case, version_id: int) -> None:
    """What must hold of a plan that was agreed."""
    council = PlanAnswer.objects.filter(version_id=version_id, party=Party.COUNCIL)
    moves = PlanMove.objects.filter(version_id=version_id, to=PlanState.AGREED)
    assert (council.count(), moves.count(), len(agreement_facts(case.council_id))) == (1, 1, 1)


@pytest.mark.campaign
def test_of_six_who_agree_at_once_one_does(case: Case) -> None:
    version_id = _proposed(case)
    told = race([partial(_agree, by, version_id) for by in _racers(case)])
    assert told.count(("done", "agreed")) == 1, told
    assert {value for kind, value in told if kind != "done"} <= {
        "plan_not_proposed",
        "already_answered",
    }
    _agreed_once(case, version_id)


@pytest.mark.postgres_only
@pytest.mark.campaign
def test_the_keys_alone_hold_the_line(case: Case) -> None:
    version_id = _proposed(case)
    told = _all_look_first(case, version_id)
    assert told.count(("done", "agreed")) == 1, told
    assert told.count(("refused", "already_answered")) == RACERS - 1, told
    _agreed_once(case, version_id)


@pytest.mark.postgres_only
@pytest.mark.campaign
def test_the_held_rows_alone_hold_the_line(case: Case, owner_connection) -> None:
    version_id = _proposed(case)
    with owner_connection.cursor() as cursor:
        _drop_the_keys(cursor)
    told = race([partial(_agree, by, version_id) for by in _racers(case)])
    assert told.count(("done", "agreed")) == 1, told
    assert told.count(("refused", "plan_not_proposed")) == RACERS - 1, told
    _agreed_once(case, version_id)


@pytest.mark.postgres_only
@pytest.mark.campaign
def test_without_both_the_race_is_lost(case: Case, owner_connection) -> None:
    """Control arm: everybody who had looked agrees, and the plan is agreed six times."""
    version_id = _proposed(case)
    with owner_connection.cursor() as cursor:
        _drop_the_keys(cursor)
    told = _all_look_first(case, version_id)
    assert told == [("done", "agreed")] * RACERS
    moves = PlanMove.objects.filter(version_id=version_id, to=PlanState.AGREED)
    assert moves.count() == RACERS
    with pytest.raises(AssertionError):
        _agreed_once(case, version_id)


@pytest.mark.campaign
def test_sqlite_lets_nobody_write_on_what_has_changed_since_they_looked(case: Case) -> None:
    """Its control arm cannot be lost: without IMMEDIATE whoever looked too early may not write."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has its own control arm")
    version_id = _proposed(case)
    told = _all_look_first(case, version_id)
    assert told.count(("done", "agreed")) == 1, told
    assert {kind for kind, _ in told} == {"done", "failed"}, told
    assert {value for kind, value in told if kind == "failed"} == {"OperationalError"}
    _agreed_once(case, version_id)
