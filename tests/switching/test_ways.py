"""What a switch lets nobody through with, and from a plan: what is paid by outcomes is judged."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

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
    usual_plan,
    wants,
)
from whatmatters.commissioning.queries import agreement_facts, agreements_of_people
from whatmatters.delivery.models import Bundle
from whatmatters.delivery.services import (
    PackageEnding,
    PackageGiven,
    end_packages,
    take_on_packages,
)
from whatmatters.outcomes.queries import versions_of_person
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.switching import HerWord, Obstacle
from whatmatters.switching.queries import placed, switches
from whatmatters.switching.queries.refusals import (
    HoursWrong,
    MovesBeforeSwitch,
    NobodyThere,
    NotAsACohort,
    SameContract,
    TransitionChanged,
)
from whatmatters.switching.services import (
    Moves,
    SwitchGiven,
    move_ready,
    open_switch,
    plan_transition,
    say_word,
)

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


@pytest.mark.parametrize("model", ["outcome_payments", "patch_block"])
def test_nobody_is_moved_to_what_begins_with_a_plan(case: Case, model: str) -> None:
    """Such a plan pays from its first day, whoever is moved: both ways would."""
    old, new = two_contracts(case, model)
    on_package(case, old)
    with pytest.raises(NotAsACohort):
        a_switch(case, old, new)


def test_her_yes_is_to_what_stood_there_when_she_said_it(case: Case) -> None:
    old, new = two_contracts(case)
    person, _package = on_package(case, old)
    switch = a_switch(case, old, new)
    planned(case, person.id)
    seen = plan_of(case, person.id).number
    wants(case, person)
    assert in_the_way(case, person.id) == ()
    planned_on(case, person.id, TOLD + timedelta(days=2), weekly_hours=Decimal(1))
    assert in_the_way(case, person.id) == (Obstacle.HER_YES_MISSING,)
    with pytest.raises(TransitionChanged):
        say_word(
            by=person.actor,
            at=moment(LAST),
            transition_id=plan_of(case, person.id).id,
            seen=seen,
            word=HerWord.WANTS,
        )
    assert moved(case, switch) == ()


def test_a_no_holds_whatever_is_written_anew(case: Case) -> None:
    old, new = two_contracts(case)
    person, _package = on_package(case, old)
    a_switch(case, old, new)
    planned(case, person.id)
    wants(case, person, HerWord.DOES_NOT)
    planned_on(case, person.id, TOLD + timedelta(days=2), weekly_hours=Decimal(12))
    assert in_the_way(case, person.id) == (Obstacle.SHE_DOES_NOT_WANT,)


def test_what_begins_later_under_the_old_contract_stands_in_the_way(case: Case) -> None:
    """Left to run, it would be paid beside the new way."""
    old, new = two_contracts(case)
    person, _package = on_package(case, old)
    switch = a_switch(case, old, new)
    planned(case, person.id)
    wants(case, person)
    later = PackageGiven(person.id, old, DAY, 2, 30, "Wash and dress", Decimal(20))
    take_on_packages(by=case.social_worker, at=moment(TOLD), packages=[later])
    assert in_the_way(case, person.id) == (Obstacle.TOLD_OTHERWISE,)
    assert moved(case, switch) == ()


def test_an_end_that_is_told_for_later_is_put_right_first(case: Case) -> None:
    old, new = two_contracts(case)
    person, package = on_package(case, old)
    switch = a_switch(case, old, new)
    planned(case, person.id)
    wants(case, person)
    ending = PackageEnding(package, DAY + timedelta(days=30), EndReason.REPLACED)
    end_packages(by=case.social_worker, at=moment(TOLD), endings=[ending])
    assert in_the_way(case, person.id) == (Obstacle.TOLD_OTHERWISE,)
    assert moved(case, switch) == ()


def test_whose_package_ran_out_is_in_no_cohort(case: Case) -> None:
    old, new = two_contracts(case)
    person = a_person(case)
    short = PackageGiven(
        person.id, old, ANCHOR, 1, 30, "Wash", Decimal(20), ends=ANCHOR + timedelta(days=3)
    )
    take_on_packages(by=case.social_worker, at=moment(ANCHOR), packages=[short])
    with pytest.raises(NobodyThere):
        a_switch(case, old, new)


def test_a_move_of_a_day_that_is_past_takes_nothing_back(case: Case) -> None:
    old, new = two_contracts(case)
    person, _package = on_package(case, old)
    switch = a_switch(case, old, new)
    planned(case, person.id)
    wants(case, person)
    late = move_ready(by=case.commissioner, at=moment(DAY + timedelta(days=1)), switch_id=switch)
    assert late == Moves((), ())
    (facts,) = switches(case.council_id)
    (one,) = placed(facts, [plan_of(case, person.id)], DAY + timedelta(days=1))
    assert one.found == (Obstacle.DAY_IS_PAST,)


def test_whoever_saves_hours_is_moved_at_the_last_moment(case: Case) -> None:
    person = a_person(case)
    old = Bundle.objects.get(pk=a_bundle(case, person)).contract_id
    a_switch(case, old, a_contract(case, model="bundled_hours"))
    planned(case, person.id)
    wants(case, person)
    (facts,) = switches(case.council_id)
    for today, found in ((LAST - timedelta(days=1), (Obstacle.HOURS_STILL_SAVED,)), (LAST, ())):
        (one,) = placed(facts, [plan_of(case, person.id)], today)
        assert one.found == found


@pytest.mark.parametrize(
    "more", [{"rate": Decimal("1000.01")}, {"weekly_hours": Decimal("168.01")}]
)
def test_a_figure_that_no_column_holds_is_refused(case: Case, more: dict[str, Decimal]) -> None:
    old, new = two_contracts(case)
    person, _package = on_package(case, old)
    a_switch(case, old, new)
    with pytest.raises(HoursWrong):
        planned(case, person.id, **more)


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


def planned_on(case: Case, person_id: int, on: date, **more: object) -> int:
    """Written anew on another day."""
    held = plan_of(case, person_id)
    return plan_transition(
        by=case.social_worker,
        at=moment(on),
        transition_id=held.id,
        given=replace(usual_plan(), **more),  # type: ignore[arg-type]
        seen=held.number,
    )


def test_hours_that_are_left_in_a_bank_stand_in_the_way(case: Case) -> None:
    person = a_person(case)
    bundle = a_bundle(case, person)
    given(case, bundle, ANCHOR + timedelta(days=1), 60)
    old = Bundle.objects.get(pk=bundle).contract_id
    a_switch(case, old, a_contract(case, model="bundled_hours"))
    planned(case, person.id)
    wants(case, person)
    assert in_the_way(case, person.id) == (Obstacle.HOURS_STILL_SAVED, Obstacle.BANK_NOT_EMPTY)


def test_what_is_no_switch_is_refused(case: Case) -> None:
    old, new = two_contracts(case)
    fund = a_contract(case, model="individual_service_fund")

    def opened(first: int, second: int) -> None:
        given = SwitchGiven(first, second, DAY, 7)
        open_switch(by=case.commissioner, at=moment(ANCHOR), given=given)

    long_ago = SwitchGiven(old, new, date(1, 1, 1), 7)
    with pytest.raises(MovesBeforeSwitch):
        open_switch(by=case.commissioner, at=moment(ANCHOR), given=long_ago)
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
