"""The kernel against the checker: random small days, the same plan twice, a warm start, an end."""

import json

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
from whatmatters.rules.rota.faults import BadInput

pytestmark = pytest.mark.once
WEIGHTS = weights_of(rota_weights())
SHORT = Budget(moves=4000)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_no_plan_leaves_that_the_checker_refuses(seed):
    try:
        problem = read(random_day(seed))
    except BadInput:
        return  # a day that cannot be: told, not planned
    found = search(problem, WEIGHTS, SHORT, seed=seed)
    assert judge(problem, found.plan).broken == ()


def test_the_small_day_is_planned_as_by_hand():
    """Everything is made, nobody is late, 50 minutes of travel are the least."""
    problem = read(small())
    verdict = judge(problem, search(problem, WEIGHTS, SHORT).plan)
    told = {t.code: (t.count, t.minutes) for t in verdict.tiers if t.count or t.minutes}
    assert verdict.broken == ()
    assert told == {"not_preferred": (1, 0), "travel": (2, 50)}


def test_what_the_search_says_it_costs_is_what_the_checker_adds_up():
    problem = read(small())
    found = search(problem, WEIGHTS, SHORT)
    assert found.cost == pytest.approx(50 + 6)  # travel, and one worker whom Ann did not choose


def test_the_same_seed_and_moves_give_the_same_plan():
    problem = read(random_day(7))
    plans = [search(problem, WEIGHTS, SHORT, seed=3).plan for _ in range(2)]
    assert plans[0] == plans[1]


def test_a_plan_to_begin_with_is_never_made_worse():
    problem = read(small())
    good = plan(
        mo_early=[("ann-up", 430, 0), ("bob-insulin", 480), ("ann-tea", 540)],
        lee_early=[("ann-up", 430, 1)],
    )
    found = search(problem, WEIGHTS, Budget(moves=1), warm=good)
    assert found.plan == good


def test_an_empty_day_and_a_day_without_shifts_end_at_once():
    empty = read(small(visits=[], links=[]))
    assert list(search(empty, WEIGHTS, SHORT).plan.stops()) == []


def test_visits_that_must_be_left_out_are_named():
    """Two critical visits at one moment, far apart, one worker: one is not covered."""
    raw = small(links=[], shifts=[small()["shifts"][0]])
    raw["travel"]["walk"]["minutes"] = [[0, 100, 100], [100, 0, 200], [100, 200, 0]]
    one = raw["visits"][1]
    raw["visits"] = [one, {**one, "id": "ann-insulin", "person": "ann"}]
    problem = read(json.loads(json.dumps(raw)))
    verdict = judge(problem, search(problem, WEIGHTS, SHORT).plan)
    assert verdict.broken == ()
    assert {t.code: t.count for t in verdict.tiers}["uncovered_critical"] == 1
