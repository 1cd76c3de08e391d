"""To a plan, and from one: the three agree first, and what is paid by outcomes is still judged."""

from datetime import timedelta

import pytest

from tests.fixtures.bundled import a_bundle, given
from tests.fixtures.case import (
    Case,
    a_case,
    a_content,
    a_person,
    an_agreed_plan,
    moment,
    outcomes_for,
)
from tests.fixtures.money import ANCHOR, a_contract
from tests.fixtures.switched import (
    DAY,
    TOLD,
    a_switch,
    on_package,
    plan_of,
    planned,
    two_contracts,
    wants,
)
from whatmatters.commissioning.queries import agreement_facts, agreements_of_people
from whatmatters.delivery.models import Bundle
from whatmatters.outcomes.queries import versions_of_person
from whatmatters.rules.switching import Obstacle
from whatmatters.switching.queries import placed, switches
from whatmatters.switching.queries.refusals import NobodyThere, NotAsACohort, SameContract
from whatmatters.switching.services import SwitchGiven, move_ready, open_switch

LAST = DAY - timedelta(days=1)


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


def in_the_way(case: Case, person_id: int) -> tuple[Obstacle, ...]:
    (switch,) = switches(case.council_id)
    (one,) = placed(switch, [plan_of(case, person_id)], TOLD)
    return one.found


def moved(case: Case, switch: int) -> tuple[int, ...]:
    done = move_ready(by=case.commissioner, at=moment(LAST), switch_id=switch)
    assert done.refused == ()
    return done.moved


def agreements(case: Case, person_id: int) -> list[tuple[object, ...]]:
    ids = agreements_of_people(case.council_id, [person_id])
    return [(a.model, a.starts, a.ended_on) for a in agreement_facts(case.council_id, ids=ids)]


def test_to_a_plan_waits_until_the_three_have_agreed_to_it(case: Case) -> None:
    old, new = two_contracts(case, "outcome_payments")
    person, _package = on_package(case, old)
    switch = a_switch(case, old, new)
    planned(case, person.id, weekly_hours=None, rate=None)
    assert in_the_way(case, person.id) == (Obstacle.PLAN_NOT_AGREED,)
    content = a_content(outcomes_for(case, person.id), DAY, 84)
    an_agreed_plan(case, person, new, content, on=TOLD)
    assert in_the_way(case, person.id) == ()
    assert len(moved(case, switch)) == 1
    assert agreements(case, person.id) == [
        ("time_and_task", ANCHOR, LAST),
        ("outcome_payments", DAY, None),
    ]


def test_from_a_plan_after_its_last_day_and_it_stays_to_be_judged(case: Case) -> None:
    old, new = a_contract(case), a_contract(case, model="bundled_hours")
    person = a_person(case)
    content = a_content(outcomes_for(case, person.id), ANCHOR, 21)
    an_agreed_plan(case, person, old, content, on=ANCHOR)
    switch = a_switch(case, old, new)
    planned(case, person.id)
    wants(case, person)
    assert in_the_way(case, person.id) == (Obstacle.PLAN_RUNS_ON,)
    after = ANCHOR + timedelta(days=21)
    planned(case, person.id, moves_on=after)
    assert in_the_way(case, person.id) == ()
    assert len(moved(case, switch)) == 1
    assert agreements(case, person.id) == [
        ("outcome_payments", ANCHOR, after - timedelta(days=1)),
        ("bundled_hours", after, None),
    ]
    assert [one.state for one in versions_of_person(person.id, council_id=case.council_id)] == [
        "agreed"
    ]


def test_hours_that_are_left_in_a_bank_stand_in_the_way(case: Case) -> None:
    person = a_person(case)
    bundle = a_bundle(case, person)
    given(case, bundle, ANCHOR + timedelta(days=1), 60)
    old = Bundle.objects.get(pk=bundle).contract_id
    a_switch(case, old, a_contract(case, model="bundled_hours"))
    planned(case, person.id)
    wants(case, person)
    assert in_the_way(case, person.id) == (Obstacle.BANK_NOT_EMPTY,)


def test_what_is_no_switch_is_refused(case: Case) -> None:
    old, new = two_contracts(case)
    fund = a_contract(case, model="individual_service_fund")

    def opened(first: int, second: int) -> None:
        given = SwitchGiven(first, second, DAY, 7)
        open_switch(by=case.commissioner, at=moment(ANCHOR), given=given)

    for pair, why in (
        ((old, fund), NotAsACohort),
        ((fund, new), NotAsACohort),
        ((old, old), SameContract),
        ((old, new), NobodyThere),
    ):
        with pytest.raises(why):
            opened(*pair)
    on_package(case, old)
    opened(old, new)
    with pytest.raises(NobodyThere):  # they are in that switch
        opened(old, new)
