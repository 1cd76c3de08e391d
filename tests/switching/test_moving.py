"""A cohort is moved one by one: to the penny, all or nothing, once; the rest are left and named."""

from datetime import timedelta
from functools import partial

import pytest

from tests.fixtures.bundled import delivered
from tests.fixtures.case import Case, a_case, moment, outcomes_for
from tests.fixtures.invariants import check_invariants
from tests.fixtures.money import ANCHOR, run_period
from tests.fixtures.racing import race
from tests.fixtures.switched import (
    DAY,
    a_switch,
    on_package,
    plan_of,
    planned,
    two_contracts,
    wants,
)
from whatmatters.commissioning.queries import agreement_facts, agreements_of_people
from whatmatters.delivery.models import Bundle
from whatmatters.delivery.services import VisitGiven, record_visits
from whatmatters.outcomes.queries import outcomes_of
from whatmatters.payments.queries import run
from whatmatters.payments.services import set_calendar
from whatmatters.rules.switching import (
    HerWord,
    Obstacle,
)
from whatmatters.switching.models import TransitionMoved
from whatmatters.switching.queries import placed, switches, transitions
from whatmatters.switching.queries.refusals import NotReady, SwitchNotAllowed
from whatmatters.switching.services import move_person, move_ready

ON = DAY - timedelta(days=2)


@pytest.fixture
def case(db: None) -> Case:
    case = a_case()
    set_calendar(by=case.finance, at=moment(ANCHOR), anchor=ANCHOR)
    return case


def moved(case: Case, switch: int) -> tuple[int, ...]:
    done = move_ready(by=case.commissioner, at=moment(ON), switch_id=switch)
    assert done.refused == ()
    return done.moved


def agreements(case: Case, person_id: int) -> list[tuple[object, ...]]:
    ids = agreements_of_people(case.council_id, [person_id])
    found = agreement_facts(case.council_id, ids=ids)
    return [(one.model, one.starts, one.ended_on, one.end_reason) for one in found]


def test_in_the_middle_of_a_period_each_way_pays_its_own_days_to_the_penny(case: Case) -> None:
    old, new = two_contracts(case)
    person, package = on_package(case, old)
    held = outcomes_for(case, person.id, 2)
    switch = a_switch(case, old, new)
    planned(case, person.id)
    wants(case, person)
    assert moved(case, switch) == (plan_of(case, person.id).id,)
    last = DAY - timedelta(days=1)
    assert agreements(case, person.id) == [
        ("time_and_task", ANCHOR, last, "replaced"),
        ("bundled_hours", DAY, None, None),
    ]
    days = [ANCHOR + timedelta(days=n) for n in range(14)]
    visits = [VisitGiven(package, day, 1, 30, 30) for day in days]
    record_visits(by=case.social_worker, at=moment(last), visits=visits)
    delivered(case, Bundle.objects.get().pk, DAY, 86, days=14)
    shown = run(case.council_id, run_period(case, ANCHOR))
    assert shown is not None
    paid: dict[str, int] = {}
    for line in shown.lines:
        paid[line.rule] = paid.get(line.rule, 0) + line.pence
    assert paid == {
        "time_and_task.week": 14_000,  # 14 half hours at 20.00
        "bundled_hours.on_account": 44_800,  # two weeks of 10 hours at 22.40
    }
    check_invariants(None)
    kept = [one.id for one in outcomes_of([person.id])[person.id] if one.state == "active"]
    assert sorted(kept) == sorted(held)


def test_those_who_are_not_ready_are_left_and_named_and_a_second_run_moves_nobody(
    case: Case,
) -> None:
    old, new = two_contracts(case)
    people = [on_package(case, old, name)[0] for name in ("Mair Rees", "Ann Rees", "Siân Rees")]
    switch = a_switch(case, old, new)
    planned(case, people[0].id)
    wants(case, people[0])
    planned(case, people[1].id)
    wants(case, people[1], HerWord.DOES_NOT, "I like it as it is")
    assert moved(case, switch) == (plan_of(case, people[0].id).id,)
    assert moved(case, switch) == ()
    (facts,) = switches(case.council_id)
    told = transitions(case.council_id, switch_ids=[switch])
    shown = [(one.stand, one.found) for one in placed(facts, told, ON)]
    assert shown == [
        ("moved", ()),
        ("told", (Obstacle.SHE_DOES_NOT_WANT,)),
        (
            "draft",
            (
                Obstacle.NO_CONTACT,
                Obstacle.CHARGE_NOT_SAID,
                Obstacle.NOT_TOLD,
                Obstacle.HER_YES_MISSING,
                Obstacle.HOURS_NOT_AGREED,
            ),
        ),
    ]
    assert agreements(case, people[1].id) == [("time_and_task", ANCHOR, None, None)]
    one = plan_of(case, people[1].id).id
    with pytest.raises(NotReady):
        move_person(by=case.commissioner, at=moment(ON), transition_id=one)
    assert TransitionMoved.objects.count() == 1


def test_a_refused_move_leaves_nothing_half_done(case: Case, monkeypatch) -> None:
    """The end of the old way is undone where the new one cannot begin."""
    from whatmatters.delivery.services import BundleRunning
    from whatmatters.switching.services import moving

    old, new = two_contracts(case)
    person, _package = on_package(case, old)
    switch = a_switch(case, old, new)
    planned(case, person.id)
    wants(case, person)

    def refuse(**_told: object) -> None:
        raise BundleRunning(starts=DAY)

    monkeypatch.setattr(moving, "agree_bundles", refuse)
    done = move_ready(by=case.commissioner, at=moment(ON), switch_id=switch)
    assert done.moved == ()
    assert done.refused == ((plan_of(case, person.id).id, "bundle_running"),)
    assert agreements(case, person.id) == [("time_and_task", ANCHOR, None, None)]
    assert TransitionMoved.objects.count() == 0


def test_three_who_move_the_same_person_at_once_move_her_once(own_database) -> None:
    case = a_case()
    old, new = two_contracts(case)
    person, _package = on_package(case, old)
    a_switch(case, old, new)
    planned(case, person.id)
    wants(case, person)
    one = plan_of(case, person.id).id
    act = partial(move_person, by=case.commissioner, at=moment(ON), transition_id=one)
    found = race([act, act, act])
    assert sorted(found) == [("done", False), ("done", False), ("done", True)]
    assert (TransitionMoved.objects.count(), Bundle.objects.count()) == (1, 1)


def test_nobody_outside_the_commissioners_moves_anybody(case: Case) -> None:
    old, new = two_contracts(case)
    on_package(case, old)
    switch = a_switch(case, old, new)
    for actor in (case.social_worker, case.finance, case.manager):
        with pytest.raises(SwitchNotAllowed):
            move_ready(by=actor, at=moment(ON), switch_id=switch)
