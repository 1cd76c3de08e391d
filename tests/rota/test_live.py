"""A day planned anew when life happens: cases worked on paper, and what holds of any day."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.random_days import random_day
from tests.fixtures.rota import plan, read, small
from whatmatters.policy.rota import rota_weights
from whatmatters.rota.solvers.cooling import Budget
from whatmatters.rota.solvers.search import search
from whatmatters.rota.solvers.weights import weights_of
from whatmatters.rules.rota.check import judge
from whatmatters.rules.rota.day_file import DayShift, Mode
from whatmatters.rules.rota.faults import BadInput
from whatmatters.rules.rota.live import left_of
from whatmatters.rules.rota.live_callers import whom_to_call
from whatmatters.rules.rota.live_cut import still_at_work
from whatmatters.rules.rota.live_difference import Came, Change, changes, to_ring, who_comes
from whatmatters.rules.rota.live_events import Allowed, Event, EventRefused, What

pytestmark = pytest.mark.once
WEIGHTS = weights_of(rota_weights())
HERS = {1: (420, 660), 2: (900, 1200)}
ALLOWED = Allowed(promise=15, again=30, urgent=20)
# Mo and Lee with Ann 07:10-07:40; Mo at Bob's 08:00-08:15, with Ann again at 09:00.
GOOD = plan(
    mo_early=[("ann-up", 430, 0), ("bob-insulin", 480), ("ann-tea", 540)],
    lee_early=[("ann-up", 430, 1)],
)


def replanned(event, *before, **changed):
    """(what is left, its new plan by visit: start and workers) of the small day."""
    problem = read(small(**changed))
    left = left_of(problem, GOOD, event, ALLOWED, before)
    found = search(left.problem, WEIGHTS, Budget(moves=3000), warm=left.warm)
    assert judge(left.problem, found.plan).broken == ()
    told = who_comes(problem if event.what is not What.URGENT else left.whole, found.plan)
    return left, {visit: (one.start, *sorted(one.workers)) for visit, one in told.items()}


def test_who_is_gone_leaves_what_another_can_do():
    """Insulin is Mo's alone, so nobody gives it; Lee, who is at Ann's, makes the tea at 9:00."""
    left, made = replanned(Event(What.GONE, 465, "mo"))
    assert [stop.visit for _, stop in left.frozen.stops()] == ["ann-up", "ann-up"]
    assert list(left.problem.shifts) == ["lee-early"]
    assert (
        left.problem.shifts["lee-early"].starts,
        left.problem.shifts["lee-early"].begins_at,
    ) == (
        465,
        "ann's",
    )
    assert made == {"ann-tea": (540, "lee")}


def test_who_goes_later_does_until_then_what_fits():
    """From 08:40 Mo has still been at Bob's at 8:00 and is back at 8:25."""
    _, made = replanned(Event(What.GONE, 440, "mo", time=520))
    assert made == {"bob-insulin": (480, "mo"), "ann-tea": (540, "lee")}


def test_who_stays_goes_on_from_there_and_a_promise_is_never_looser_than_agreed():
    """Until 08:20 with Ann, then 5 minutes to Bob: 08:25 is the last of what his insulin bears."""
    left, made = replanned(Event(What.STAYING, 440, "mo", time=500))
    tea = left.problem.visits["ann-tea"]
    # 09:00, 15 either way, not before 09:00 as agreed
    assert (tea.earliest, tea.latest) == (540, 555)
    assert made["bob-insulin"] == (505, "mo")
    assert made["ann-tea"][0] == 540


def test_who_stays_to_the_end_of_the_shift_goes_nowhere():
    left, made = replanned(Event(What.STAYING, 440, "mo"))
    assert "mo-early" not in left.problem.shifts
    assert made == {"ann-tea": (540, "lee")}


def test_a_visit_that_takes_longer_keeps_both_of_its_workers():
    """40 minutes more with Ann: both are there until 08:20."""
    left, made = replanned(Event(What.LONG, 445, visit="ann-up", minutes=40))
    assert {pk: shift.starts for pk, shift in left.problem.shifts.items()} == {
        "mo-early": 500,
        "lee-early": 500,
    }
    assert made["bob-insulin"] == (505, "mo")


def test_no_reply_is_tried_again_within_what_was_agreed_or_named():
    """Bob's insulin bears 08:25, half an hour after 08:02 is later; Ann's tea may be at 10:30."""
    left, made = replanned(Event(What.NO_REPLY, 482, visit="bob-insulin"))
    assert left.unmet == ("bob-insulin",)
    assert left.problem.shifts["mo-early"].begins_at == "bob's"
    assert made == {"ann-tea": (540, "mo")}
    again = Event(What.NO_REPLY, 542, visit="ann-tea")
    left, made = replanned(again, **{"visits.2.latest": "10:30"})
    assert left.unmet == ()
    assert made == {"ann-tea": (572, "mo")}


def test_who_needs_somebody_now_has_them_first():
    """Mo is still at Bob's at 8:20 and may stay half an hour; Ann's tea is at 9:00 all the same."""
    urgent = Event(What.URGENT, 500, visit="now", person="bob", minutes=30)
    _, made = replanned(urgent)
    assert made == {"now": (500, "mo"), "ann-tea": (540, "mo")}


def test_who_is_on_the_way_goes_on():
    """5 minutes before Bob's 8:00 the last moment to leave is 7:55."""
    before, _ = replanned(Event(What.GONE, 474, "lee"))
    assert "bob-insulin" in before.problem.visits
    after, _ = replanned(Event(What.GONE, 475, "lee"))
    assert [stop.visit for stop in after.frozen.routes["mo-early"]] == ["ann-up", "bob-insulin"]


def test_what_happened_before_still_holds():
    """Lee went home at 7:45; what happens to Mo at 8:30 finds nobody else."""
    gone = Event(What.GONE, 465, "lee")
    _, made = replanned(Event(What.GONE, 510, "mo"), gone)
    assert made == {}


def test_links_to_what_is_done_still_hold():
    """Ann's tea by somebody who was not there in the morning: of the two nobody is left."""
    apart = [{"first": "ann-up", "then": "ann-tea", "apart": True, "least": 120, "most": 125}]
    left = left_of(read(small(links=apart)), GOOD, Event(What.GONE, 465, "lee"), ALLOWED)
    tea = left.problem.visits["ann-tea"]
    assert (tea.earliest, tea.latest) == (430 + 120, 430 + 125)
    assert not left.problem.can("mo", tea, 0)


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (Event(What.STAYING, 400, "mo"), "event_not_at_work"),
        (Event(What.STAYING, 440, "mo", time=440), "event_over_already"),
        (Event(What.GONE, 660, "mo"), "event_not_at_work"),
        (Event(What.GONE, 440, "nobody"), "event_not_at_work"),
        (Event(What.NO_REPLY, 470, visit="bob-insulin"), "event_not_begun"),
        (Event(What.NO_REPLY, 500, visit="nothing"), "event_of_no_visit"),
        (Event(What.LONG, 490, visit="ann-up", minutes=5), "event_over_already"),
        (Event(What.LONG, 490, visit="bob-insulin"), "event_without_minutes"),
        (Event(What.URGENT, 490, visit="new", person="eve", minutes=5), "event_of_nobody"),
        (Event(What.URGENT, 490, visit="ann-up", person="ann", minutes=5), "event_named_twice"),
    ],
)
def test_what_cannot_have_happened_is_refused_by_name(event, why):
    with pytest.raises(EventRefused) as refused:
        left_of(read(small()), GOOD, event, ALLOWED)
    assert refused.value.code == why


def test_a_difference_says_who_and_when_and_whom_to_ring():
    mo, both = frozenset({"mo"}), frozenset({"mo", "lee"})
    before = {"a": Came(430, both), "b": Came(480, mo), "c": Came(540, mo), "d": Came(600, mo)}
    after = {"a": Came(430, both), "b": Came(495, mo), "c": Came(556, mo), "e": Came(700, mo)}
    found = changes(before, after)
    assert found == (
        Change("b", Came(480, mo), Came(495, mo)),
        Change("c", Came(540, mo), Came(556, mo)),
        Change("d", Came(600, mo), None),
        Change("e", None, Came(700, mo)),
    )
    assert [change.minutes for change in found] == [15, 16, 0, 0]
    assert [change.visit for change in to_ring(found, within=15)] == ["c", "d"]


def test_whom_to_call_on_is_off_shift_and_may_come():
    """Insulin for Bob: Mo is the only one whom a nurse named; Lee is not to come at all."""
    problem = replace(read(small()), shifts={})
    assert whom_to_call(problem, "bob-insulin", {}) == ("mo",)
    assert whom_to_call(problem, "ann-tea", {}) == ("mo", "lee"), "whom she chose comes first"
    gone = (Event(What.GONE, 400, "mo"),)
    assert whom_to_call(problem, "bob-insulin", {}, gone) == ()
    assert whom_to_call(read(small()), "ann-tea", {}) == (), "both are at work already"


def test_who_is_gone_or_stays_to_the_end_is_not_at_work_after():
    early, late = (DayShift(n, 7, frozenset(), Mode.WALK, *at) for n, at in HERS.items())
    gone = still_at_work((early, late), (Event(What.GONE, 500, "w7", time=600),))
    assert gone == (replace(early, ends=600),)
    stays = still_at_work((early, late), (Event(What.STAYING, 500, "w7"),))
    assert stays == (replace(early, ends=500), late)
    others = (Event(What.GONE, 500, "w8"), Event(What.STAYING, 500, "w7", time=600))
    assert still_at_work((early, late), others) == (early, late)


def random_event(problem, planned, seed):
    """One thing that happens on a planned day, at any moment of it."""
    chance = Random(seed)
    what, at = chance.choice(list(What)), chance.randint(420, 1000)
    visits = sorted(problem.visits)
    return Event(
        what,
        at,
        worker=chance.choice(sorted(problem.workers)) if what in (What.STAYING, What.GONE) else "",
        visit="urgent" if what is What.URGENT else chance.choice(visits),
        person=chance.choice(sorted(problem.people)),
        time=chance.choice([None, at + 60]),
        minutes=chance.randint(5, 60),
    )


def any_day(seed):
    """(problem, plan, event, what is left); None where the day or the event cannot be."""
    try:
        problem = read(random_day(seed % 997))
        planned = search(problem, WEIGHTS, Budget(moves=1500)).plan
        event = random_event(problem, planned, seed)
        return problem, planned, event, left_of(problem, planned, event, ALLOWED)
    except (BadInput, EventRefused):
        return None


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 100_000))
def test_what_is_done_never_moves_and_the_checker_accepts(seed):
    if (made := any_day(seed)) is None:
        return
    _problem, planned, event, left = made
    plans = [
        search(left.problem, WEIGHTS, Budget(moves=1500), warm=left.warm, seed=seed).plan
        for _ in range(2)
    ]
    assert plans[0] == plans[1]
    assert judge(left.problem, plans[0]).broken == ()
    whole = left.joined(plans[0])
    for shift, route in planned.routes.items():
        begun = tuple(s for s in route if s.start < event.at and s.visit != event.visit)
        frozen = left.frozen.routes[shift]
        assert set(begun) <= set(frozen)
        assert route[: len(frozen)] == frozen == whole.routes[shift][: len(frozen)]
    found = {broken.code for broken in judge(left.whole, whole).broken}
    assert found <= {"link_broken", "too_long", "two_shifts_at_once"}, "what is past alone"
    assert set(left.unmet) <= set(left.whole.visits)
