"""A team's week read as a problem; whoever's standing shifts break a rule already stands aside."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from whatmatters.rules.rota.faults import BadInput, Limits
from whatmatters.rules.rota.roster.problem import RosterProblem, RosterRules
from whatmatters.rules.rota.roster.reading import read_weeks
from whatmatters.rules.rota.roster.week_file import week_file
from whatmatters.rules.rota.roster.week_values import Kinds, TeamWeek
from whatmatters.rules.rota.shape import Schema


@dataclass(frozen=True, slots=True)
class WeekRead:
    """The problem, and by each worker who stands aside the code of why."""

    problem: RosterProblem
    aside: Mapping[int, str]


def read_week(
    week: TeamWeek, schema: Schema, limits: Limits, rules: RosterRules, kinds: Kinds
) -> WeekRead:
    """The problem of a team's week. BadInput where something other than a worker cannot be."""
    aside: dict[int, str] = {}
    while True:
        text = json.dumps(week_file(week.without(aside), rules, kinds))
        try:
            return WeekRead(read_weeks(text, schema, limits, rules), aside)
        except BadInput as bad:
            found = {_worker(fault.where, week): _code(fault.params) for fault in bad.faults}
            if None in found or not found:
                raise
            aside |= {pk: code for pk, code in found.items() if pk is not None}


def _worker(where: str, week: TeamWeek) -> int | None:
    """Whom a fault is about: her own row, or a shift of hers that stands."""
    kind, name = (*where.split("."), "")[:2]
    if kind == "workers":
        return int(name[1:])
    stands = {f"s{one.id}": one.worker_id for one in week.standing}
    return stands.get(name) if kind == "turns" else None


def _code(params: Mapping[str, object]) -> str:
    return str(params.get("rule", "stands_wrong"))
