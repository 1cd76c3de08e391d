"""The kernel against the checker: random small days, the same plan twice, a warm start, an end."""

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def random_day(seed):
    """A day of up to six people and four shifts, with pairs, links, promises and one barred."""
    chance = Random(seed)
    raw = small(people=[], visits=[], links=[], shifts=[], workers=[])
    places = chance.randint(2, 6)
    raw["places"] = [{"id": "office"}, *({"id": f"at-{n}"} for n in range(places))]
    ways = [[chance.randint(1, 25) for _ in range(places + 1)] for _ in range(places + 1)]
    raw["travel"] = {"walk": {"minutes": closed(ways)}}
    for n in range(chance.randint(2, 4)):
        skills = ["care"] + ["insulin"] * chance.randint(0, 1)
        raw["workers"].append({"id": f"w{n}", "skills": skills})
        starts = chance.choice([420, 480, 900])
        raw["shifts"].append(
            {
                "id": f"s{n}",
                "worker": f"w{n}",
                "mode": "walk",
                "starts": starts,
                "ends": starts + chance.randint(60, 300),
                "begins_at": "office",
                "ends_at": "office",
                "most_overtime": chance.choice([0, 20]),
            }
        )
    for n in range(places):
        raw["people"].append({"id": f"p{n}", "place": f"at-{n}", "preferred": ["w0"]})
    raw["people"][0]["barred"] = ["w1"]
    add_visits(raw, chance, places)
    add_links(raw, chance)
    return raw


def add_visits(raw, chance, places):
    """Up to twelve visits, most of them within a shift, some by two."""
    for n in range(chance.randint(1, 12)):
        earliest = chance.randint(420, 1000)
        needs = [["care"]] * chance.randint(1, 2) if chance.random() < 0.8 else [["insulin"]]
        raw["visits"].append(
            {
                "id": f"v{n}",
                "person": f"p{chance.randrange(places)}",
                "earliest": earliest,
                "latest": earliest + chance.randint(0, 90),
                "minutes": chance.randint(5, 50),
                "needs": needs,
                "harm": chance.choice(["critical", "palliative", "personal", "domestic"]),
                "long_minutes": 60,
                "tolerance": 10,
                "optional": chance.random() < 0.1,
            }
        )


def closed(ways):
    """No way is longer than another with a stop in between."""
    n = len(ways)
    for k in range(n):
        for i in range(n):
            for j in range(n):
                ways[i][j] = 0 if i == j else min(ways[i][j], ways[i][k] + ways[k][j])
    return ways


def add_links(raw, chance):
    """Some visits after others, some with a limit, some apart."""
    for n in range(1, len(raw["visits"]), 3):
        link = {"first": f"v{n - 1}", "then": f"v{n}", "least": chance.randint(0, 60)}
        if chance.random() < 0.5:
            link["most"] = link["least"] + chance.randint(0, 60)
        raw["links"].append({**link, "apart": chance.random() < 0.5})


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
