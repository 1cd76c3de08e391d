"""Plans as JSON. Starts are minutes since midnight; the clock beside each is to be read."""

from typing import Any

from whatmatters.rules.rota.clock import clock_text
from whatmatters.rules.rota.faults import BadInput, Fault
from whatmatters.rules.rota.plan import Plan, Stop
from whatmatters.rules.rota.problem import Problem
from whatmatters.rules.rota.reading import parsed
from whatmatters.rules.rota.shape import Schema

FORMAT = "whatmatters-rota-plan/1"


def read_plan(text: str, schema: Schema, problem: Problem) -> Plan:
    """The plan that a JSON text describes. BadInput where it is none, or of another day."""
    raw = parsed(text, schema)
    if raw["day"] != problem.day.isoformat():
        told = {"value": raw["day"], "day": problem.day.isoformat()}
        raise BadInput((Fault("another_day", "day", told),))
    names = [row["shift"] for row in raw["routes"]]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        faults = (Fault("named_twice", f"routes.{name}", {"value": name}) for name in twice)
        raise BadInput(tuple(faults))
    return Plan({row["shift"]: tuple(map(_stop, row["stops"])) for row in raw["routes"]})


def _stop(row: Any) -> Stop:
    return Stop(row["visit"], row["start"], row.get("part", 1) - 1)


def plan_object(problem: Problem, plan: Plan) -> dict[str, object]:
    """The plan as an object to be written as JSON."""
    routes = [
        {"shift": shift, "stops": [_stop_object(problem, stop) for stop in route]}
        for shift, route in plan.routes.items()
    ]
    return {"format": FORMAT, "day": problem.day.isoformat(), "routes": routes}


def _stop_object(problem: Problem, stop: Stop) -> dict[str, object]:
    return {
        "visit": stop.visit,
        "part": stop.part + 1,
        "start": stop.start,
        "clock": clock_text(problem.day, stop.start),
    }
