"""Reads the weeks to roster from their JSON: shape, names, times, then sense."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from whatmatters.rules.periods import DAYS_IN_A_WEEK
from whatmatters.rules.rota.clock import minutes_between
from whatmatters.rules.rota.faults import Fault, Limits, refuse_any
from whatmatters.rules.rota.reading import parsed
from whatmatters.rules.rota.roster.problem import RosterProblem, RosterRules
from whatmatters.rules.rota.roster.records import member_of, turn_of
from whatmatters.rules.rota.roster.sense import senseless
from whatmatters.rules.rota.roster.times import Times
from whatmatters.rules.rota.shape import Schema


def read_weeks(text: str, schema: Schema, limits: Limits, rules: RosterRules) -> RosterProblem:
    """The weeks that a JSON text describes.

    BadInput with every fault of the first step that has one; each names the record.
    """
    raw = parsed(text, schema)
    refuse_any(tuple(_too_many(raw, limits)))
    refuse_any(tuple(_days(raw)))
    refuse_any(tuple(_names(raw)))
    problem = _made(raw, rules)
    refuse_any(tuple(senseless(problem, limits)))
    return problem


def _too_many(raw: Any, limits: Limits) -> Iterator[Fault]:
    for what in ("turns", "workers"):
        if len(raw[what]) > limits.most_shifts:
            told = {"value": len(raw[what]), "most": limits.most_shifts}
            yield Fault("too_large", what, told)


def _days(raw: Any) -> Iterator[Fault]:
    rows = [(f"turns.{row['id']}.on", row["on"]) for row in raw["turns"]]
    for row in raw["workers"]:
        where = f"workers.{row['id']}"
        rows += [(f"{where}.away.{key}", away[key]) for away in row.get("away", ()) for key in away]
        if "last_ended" in row:
            rows.append((f"{where}.last_ended.on", row["last_ended"]["on"]))
    for place, told in rows:
        try:
            date.fromisoformat(told)
        except ValueError:
            yield Fault("wrong_day", place, {"value": told})


def _names(raw: Any) -> Iterator[Fault]:
    for kind in ("turns", "workers"):
        names = [row["id"] for row in raw[kind]]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield Fault("named_twice", f"{kind}.{name}", {"value": name})
    parts = {row["id"]: len(row.get("needs", [()])) for row in raw["turns"]}
    for row in raw["workers"]:
        for kept in row.get("keeps", ()):
            if kept.get("part", 1) > parts.get(kept["turn"], 0):
                told = {"value": kept["turn"], "of": "turns"}
                yield Fault("no_such_name", f"workers.{row['id']}.keeps", told)


def _made(raw: Any, rules: RosterRules) -> RosterProblem:
    first = date.fromisoformat(raw["day"])
    times = Times(first)
    turns = {row["id"]: turn_of(row, times) for row in raw["turns"]}
    members = {row["id"]: member_of(row, times, rules) for row in raw["workers"]}
    refuse_any(tuple(times.faults))
    days = range(raw["weeks"] * DAYS_IN_A_WEEK + 1)
    midnights = tuple(minutes_between(first, first + timedelta(days=n)) for n in days)
    return RosterProblem(first, raw["weeks"], midnights, turns, members, rules)
