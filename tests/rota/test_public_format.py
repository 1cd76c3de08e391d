"""The public format of home health care routing: read, priced by its own cost, written."""

import pytest

from whatmatters.rota.solvers.cooling import Budget
from whatmatters.rota.solvers.hhcrsp import is_public, problem_of, public_weights, solution_of
from whatmatters.rota.solvers.search import search
from whatmatters.rules.rota.check import judge

pytestmark = pytest.mark.once
# One carer of each service; p2 needs both, the second 10 to 20 minutes after the first.
RAW = {
    "services": [{"id": "s1", "default_duration": 5}, {"id": "s2", "default_duration": 5}],
    "caregivers": [{"id": "c1", "abilities": ["s1"]}, {"id": "c2", "abilities": ["s2"]}],
    "central_offices": [{"id": "d"}],
    "patients": [
        {"id": "p1", "time_window": [0, 4], "required_caregivers": [{"service": "s1"}]},
        {
            "id": "p2",
            "time_window": [0, 100],
            "required_caregivers": [{"service": "s1"}, {"service": "s2", "duration": 7}],
            "synchronization": {"type": "sequential", "distance": [10, 20]},
        },
    ],
    "distances": [[0, 6, 9], [6, 0, 6], [9, 6, 0]],
}


def test_it_is_known_by_its_keys():
    assert is_public(RAW)
    assert not is_public({"format": "whatmatters-rota/1"})


def test_the_best_plan_and_its_cost_worked_out_by_hand():
    """c1: 6, 2 late at p1, then 6 to p2 at 17, 9 back; c2: 9 there, starts at 27, 9 back."""
    problem = problem_of(RAW)
    found = search(problem, public_weights(), Budget(moves=2000))
    assert found.cost == pytest.approx((21 + 18 + 2 + 2) / 3)
    assert judge(problem, found.plan).broken == ()
    assert solution_of(problem, found.plan) == {
        "routes": [
            {
                "caregiver_id": "c1",
                "locations": [
                    {"patient": "p1", "service": "s1", "arrival_time": 6, "departure_time": 11},
                    {"patient": "p2", "service": "s1", "arrival_time": 17, "departure_time": 22},
                ],
            },
            {
                "caregiver_id": "c2",
                "locations": [
                    {"patient": "p2", "service": "s2", "arrival_time": 27, "departure_time": 34},
                ],
            },
        ]
    }
