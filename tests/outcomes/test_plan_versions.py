"""Versions of a plan: two tabs, what is agreed, what stands side by side."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

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
from tests.fixtures.whole import refused
from whatmatters.outcomes.queries import compare_versions, version, version_content
from whatmatters.outcomes.services import (
    DraftChangedMeanwhile,
    PlanAlreadyAgreed,
    PlanNotADraft,
    VersionAlreadyOpen,
    redraft,
    save_draft,
)
from whatmatters.rules.lifecycles import MoveRefusedError
from whatmatters.rules.outcomes import Answer, Deliverer, Party
from whatmatters.rules.plan_refusals import (
    PlanIsEmpty,
)
from whatmatters.rules.plans import PlannedLine

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


def test_two_tabs_cannot_overwrite_each_other(case, mair, contract):
    draft = a_draft(case, mair.id, contract)
    ids = outcomes_for(case, mair.id)
    longer, shorter = a_content(ids, days=112), a_content(ids, days=56)
    asked = {"by": case.manager, "at": AT, "version_id": draft.version_id}
    saved = save_draft(lock=draft.lock, content=longer, **asked)
    assert saved.lock == draft.lock + 1
    with refused(DraftChangedMeanwhile, lock=draft.lock, now=saved.lock):
        save_draft(lock=draft.lock, content=shorter, **asked)
    (content,) = version_content([draft.version_id]).values()
    assert content.facts.ends == STARTS + 111 * DAY
    assert [o.outcome.id for o in content.outcomes] == ids
    assert len(content.lines) == 4


def test_a_proposed_plan_is_not_edited(case, mair, contract):
    draft = a_draft(case, mair.id, contract)
    propose(case, draft.version_id)
    content = a_content(outcomes_for(case, mair.id))
    with refused(PlanNotADraft, state="proposed"):
        save_draft(
            by=case.manager, at=AT, version_id=draft.version_id, lock=draft.lock, content=content
        )


def test_an_agreed_plan_is_not_edited(case, mair, contract):
    draft = an_agreed_plan(case, mair, contract)
    content = a_content(outcomes_for(case, mair.id))
    for actor in (case.manager, mair.actor):
        with refused(PlanAlreadyAgreed, version_id=draft.version_id):
            save_draft(
                by=actor, at=AT, version_id=draft.version_id, lock=draft.lock, content=content
            )


def test_the_reviews_day_never_moves_by_itself(case, mair, contract):
    ids = outcomes_for(case, mair.id)
    content = replace(a_content(ids), review_on=STARTS + 40 * DAY)
    draft = a_draft(case, mair.id, contract, content)
    longer = replace(content, ends=content.ends + 28 * DAY)
    save_draft(by=case.manager, at=AT, version_id=draft.version_id, lock=0, content=longer)
    propose(case, draft.version_id)
    answer(case, mair, draft.version_id, Party.PERSON, Answer.AMENDMENT, words="Shorter walks")
    new = redraft(by=case.manager, at=AT, on=STARTS, version_id=draft.version_id)
    for pk in (draft.version_id, new.version_id):
        found = version(pk, council_id=case.council_id)
        assert found is not None
        assert found.review_on == STARTS + 40 * DAY
        assert found.ends == content.ends + 28 * DAY


def test_a_plan_without_lines_or_outcomes_is_not_proposed(case, mair, contract):
    content = a_content(outcomes_for(case, mair.id))
    bare = a_draft(case, mair.id, contract, replace(content, lines=()))
    with refused(PlanIsEmpty, what="lines"):
        propose(case, bare.version_id)
    lines = (PlannedLine("A", Deliverer.SELF),)
    aimless = a_draft(case, mair.id, contract, replace(content, lines=lines, outcomes=()))
    with refused(PlanIsEmpty, what="outcomes"):
        propose(case, aimless.version_id)


def test_one_version_is_open_at_a_time(case, mair, contract):
    draft = a_draft(case, mair.id, contract)
    with refused(VersionAlreadyOpen, version_id=draft.version_id):
        redraft(by=case.manager, at=AT, on=STARTS, version_id=draft.version_id)
    propose(case, draft.version_id)
    new = redraft(by=case.manager, at=AT, on=STARTS, version_id=draft.version_id)
    with refused(VersionAlreadyOpen, version_id=new.version_id):
        redraft(by=case.manager, at=AT, on=STARTS, version_id=draft.version_id)
    propose(case, new.version_id)
    with refused(MoveRefusedError, now="superseded", to="proposed"):
        propose(case, draft.version_id)


def test_versions_stand_side_by_side(case, mair, contract):
    ids = outcomes_for(case, mair.id)
    draft = a_draft(case, mair.id, contract, a_content(ids[:1]))
    propose(case, draft.version_id)
    old = a_content(ids[:1])
    lines = (replace(old.lines[0], hours=Decimal(80)), *old.lines[2:])
    added = PlannedLine("Choir", Deliverer.THIRD_SECTOR, cost=2500)
    wanted = replace(a_content(ids), lines=(*lines, added), ends=old.ends + DAY)
    new = redraft(by=case.manager, at=AT, on=STARTS, version_id=draft.version_id, content=wanted)
    found = compare_versions(draft.version_id, new.version_id, council_id=case.council_id)
    assert found is not None
    assert [(d.field, d.after) for d in found.days] == [("ends", old.ends + DAY)]
    told = [
        (
            pair.before.line.what if pair.before else None,
            pair.after.line.what if pair.after else None,
            pair.changed,
        )
        for pair in found.lines
    ]
    assert told == [
        ("Walks", "Walks", ("hours",)),
        ("Lunch club", "Lunch club", ()),
        ("Shopping", "Shopping", ()),
        (None, "Choir", ()),
        ("Balance", None, ()),
    ]
    assert [pair.before is None for pair in found.outcomes] == [False, True]
    assert (found.before.facts.price, found.after.facts.price) == (278300, 181700)


def test_versions_of_two_plans_or_two_councils_do_not_stand_together(case, mair, contract):
    one, two = (a_draft(case, mair.id, contract).version_id for _ in range(2))
    assert compare_versions(one, two, council_id=case.council_id) is None
    other = a_case("E06000054", "england")
    assert compare_versions(one, one, council_id=other.council_id) is None
    assert version(one, council_id=other.council_id) is None
