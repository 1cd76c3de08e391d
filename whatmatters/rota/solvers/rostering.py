"""Makes a roster with OR-Tools' CP-SAT: one tier after another, each held while the next is tried.

    rostered(problem, effort=20, seed=1)

The same problem, effort and seed give the same roster: the search counts its own steps, not time.
"""

from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from whatmatters.rota.solvers.roster_model import RosterModel, model_of
from whatmatters.rules.rota.roster.problem import RosterProblem
from whatmatters.rules.rota.roster.roster import Roster

FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)


@dataclass(frozen=True, slots=True)
class Rostered:
    """The best roster found; None where the effort was too little to find any.

    `proven` are the tiers of which no roster has less, in order.
    """

    roster: Roster | None
    proven: tuple[str, ...]


def rostered(problem: RosterProblem, *, effort: float, seed: int) -> Rostered:
    """A roster that breaks no hard rule. `effort` is about seconds of one core, for all tiers."""
    made = model_of(problem)
    best: Roster | None = None
    proven: list[str] = []
    for n, (code, objective) in enumerate(made.tiers):
        made.model.minimize(objective)
        solver = _solver(effort / len(made.tiers), seed)
        status = solver.solve(made.model)
        if status not in FOUND:
            break
        best = Roster(_chosen(made, solver))
        # What was reached is kept while the next tier is searched, and is where that begins.
        made.model.add(objective <= round(solver.objective_value))
        _begin_with(made, solver)
        if status == cp_model.OPTIMAL and len(proven) == n:
            proven.append(code)
    return Rostered(best, tuple(proven))


def _solver(effort: float, seed: int) -> Any:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = effort
    return solver


def _chosen(made: RosterModel, solver: Any) -> dict[tuple[str, int], str]:
    return {
        (turn, part): worker
        for (turn, part, worker), there in made.there.items()
        if solver.boolean_value(there)
    }


def _begin_with(made: RosterModel, solver: Any) -> None:
    made.model.clear_hints()
    for there in made.there.values():
        made.model.add_hint(there, solver.boolean_value(there))
