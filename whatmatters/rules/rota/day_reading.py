"""A day's file read as a problem; a visit that no plan could make is put aside, with why."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from whatmatters.rules.rota.faults import BadInput, Limits
from whatmatters.rules.rota.problem import Problem
from whatmatters.rules.rota.reading import read_problem
from whatmatters.rules.rota.shape import Schema


@dataclass(frozen=True, slots=True)
class DayRead:
    """The problem, and by the id of each visit that was put aside the code of its fault."""

    problem: Problem
    aside: Mapping[str, str]


def read_day(raw: dict[str, Any], schema: Schema, limits: Limits) -> DayRead:
    """The problem of a day's file. BadInput where something other than a visit cannot be."""
    aside: dict[str, str] = {}
    while True:
        try:
            return DayRead(read_problem(json.dumps(raw), schema, limits), aside)
        except BadInput as bad:
            faults = {
                fault.where.split(".")[1]: fault.code
                for fault in bad.faults
                if fault.where.startswith("visits.")
            }
            if len(faults) < len({fault.where for fault in bad.faults}) or not faults:
                raise
            aside |= faults
            raw = without(raw, set(faults))


def without(raw: dict[str, Any], visits: set[str]) -> dict[str, Any]:
    """A day's file without some visits and the links to them."""
    return {
        **raw,
        "visits": [row for row in raw["visits"] if row["id"] not in visits],
        "links": [row for row in raw["links"] if not visits & {row.get("first", ""), row["then"]}],
    }
