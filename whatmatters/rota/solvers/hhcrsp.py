"""The public format of home health care routing (basic sets): read as a problem, written as theirs.

The cost of these sets is (travel + total lateness + largest lateness) / 3; every visit is made.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from whatmatters.rota.solvers.weights import Weights
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.problem import Harm, Link, Person, Problem, Shift, Visit, Worker

THIRD = 1 / 3
MUST = 1e6
SOME_DAY = date(2023, 1, 1)
END = 2880.0
MODE = "as given"


def is_public(raw: Any) -> bool:
    """Whether an object has the keys of the public format."""
    return isinstance(raw, dict) and {"patients", "caregivers", "services", "distances"} <= set(raw)


def problem_of(raw: Mapping[str, Any]) -> Problem:
    """The problem: the office is place 0, a patient with two services is two linked visits."""
    usual = {row["id"]: row.get("default_duration", 0) for row in raw["services"]}
    carers = [row["id"] for row in raw["caregivers"]]
    return Problem(
        day=SOME_DAY,
        places=("office", *(f"at {row['id']}" for row in raw["patients"])),
        travel={MODE: tuple(tuple(map(float, row)) for row in raw["distances"])},
        people={row["id"]: Person(row["id"], f"at {row['id']}") for row in raw["patients"]},
        workers={
            row["id"]: Worker(row["id"], frozenset(row["abilities"])) for row in raw["caregivers"]
        },
        shifts={c: Shift(c, c, MODE, 0.0, END, "office", "office", None) for c in carers},
        visits={v.id: v for row in raw["patients"] for v in _visits(row, usual)},
        links=tuple(_link(row) for row in raw["patients"] if len(row["required_caregivers"]) > 1),
    )


def _visits(row: Mapping[str, Any], usual: Mapping[str, float]) -> list[Visit]:
    earliest, latest = map(float, row["time_window"])
    return [
        Visit(
            f"{row['id']} {n}",
            row["id"],
            earliest,
            latest,
            float(needed.get("duration", usual[needed["service"]])),
            (frozenset({needed["service"]}),),
        )
        for n, needed in enumerate(row["required_caregivers"])
    ]


def _link(row: Mapping[str, Any]) -> Link:
    one, other = f"{row['id']} 0", f"{row['id']} 1"
    how = row.get("synchronization", {"type": "simultaneous"})
    if how["type"] == "simultaneous":
        return Link(one, other, 0.0, 0.0, apart=True)
    if how["type"] == "sequential":
        least, most = map(float, how["distance"])
        return Link(one, other, least, most, apart=True)
    return Link(one, other, apart=True)


def public_weights() -> Weights:
    """The cost of the basic sets."""
    return Weights(
        travel_minute=THIRD,
        late=dict.fromkeys(Harm, (0.0, THIRD)),
        missed=dict.fromkeys(Harm, MUST),
        optional_left_out=MUST,
        not_preferred=0.0,
        worker_changed=0.0,
        overtime_minute=0.0,
        most_late_minute=THIRD,
    )


def solution_of(problem: Problem, plan: Plan) -> dict[str, object]:
    """The plan as the public validator reads it."""
    return {
        "routes": [
            {
                "caregiver_id": shift,
                "locations": [
                    {
                        "patient": problem.visits[stop.visit].person,
                        "service": next(iter(problem.visits[stop.visit].needs[0])),
                        "arrival_time": stop.start,
                        "departure_time": stop.start + problem.visits[stop.visit].minutes,
                    }
                    for stop in plan.routes[shift]
                ],
            }
            for shift in plan.routes
        ]
    }
