"""Reads a problem from its JSON: shape, then names, then sense; every fault of a step at once."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from whatmatters.rules.rota.clock import NoSuchTime, minutes_of, time_fault
from whatmatters.rules.rota.faults import BadInput, Fault, Limits, refuse_any
from whatmatters.rules.rota.names import name_faults
from whatmatters.rules.rota.problem import Problem
from whatmatters.rules.rota.records import problem_of
from whatmatters.rules.rota.sense import senseless
from whatmatters.rules.rota.shape import Schema, misshapen
from whatmatters.rules.rota.travel import travel_faults

TIMES = {"shifts": ("starts", "ends"), "visits": ("earliest", "latest"), "links": ("at",)}


def read_problem(text: str, schema: Schema, limits: Limits) -> Problem:
    """The problem that a JSON text describes.

    BadInput with every fault of the first step that has one; each names the record.
    """
    raw = parsed(text, schema)
    refuse_any(tuple(_too_many(raw, limits)))
    refuse_any((*name_faults(raw), *travel_faults(raw["travel"], raw["places"])))
    refuse_any(tuple(_times_made_minutes(raw)))
    problem, faults = problem_of(raw)
    refuse_any((*faults, *senseless(problem, limits)))
    return problem


def parsed(text: str, schema: Schema) -> Any:
    """JSON of the shape of a schema, with a day that is one. BadInput where it is not."""
    try:
        raw = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadInput((Fault("not_json", "", {"what": str(error)}),)) from None
    refuse_any(tuple(misshapen(schema, raw, root=schema)))
    try:
        date.fromisoformat(raw["day"])
    except ValueError:
        raise BadInput((Fault("wrong_day", "day", {"value": raw["day"]}),)) from None
    return raw


def _no_number(told: str) -> float:
    raise ValueError(told)


def _too_many(raw: Any, limits: Limits) -> Iterator[Fault]:
    for what, most in (("visits", limits.most_visits), ("shifts", limits.most_shifts)):
        if len(raw[what]) > most:
            yield Fault(f"too_many_{what}", what, {"count": len(raw[what]), "most": most})


def _times_made_minutes(raw: Any) -> Iterator[Fault]:
    day = date.fromisoformat(raw["day"])
    for record, where, key in _times(raw):
        try:
            record[key] = minutes_of(day, record[key])
        except NoSuchTime as error:
            yield time_fault(where, record[key], error)


def _times(raw: Any) -> Iterator[tuple[Any, str, str]]:
    """Every record with a time in it, its place, and the key."""
    for what, keys in TIMES.items():
        for n, row in enumerate(raw.get(what, ())):
            name = row.get("id", n + 1)
            yield from ((row, f"{what}.{name}.{key}", key) for key in keys if key in row)
            if "promised" in row:
                yield row["promised"], f"{what}.{name}.promised.start", "start"
