"""The search: anneals from their own starts, the best of them reheated; then the checker's word.

With a budget of moves the same seed gives the same plan, on any machine. With CPU-seconds it
gives what the time allows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from whatmatters.rota.solvers.arrays import BEST, Day
from whatmatters.rota.solvers.cooling import Budget, Stage, run_stage
from whatmatters.rota.solvers.making_legal import made_legal
from whatmatters.rota.solvers.opening import appended
from whatmatters.rota.solvers.pricing import count_as_best, price_anew, take_best
from whatmatters.rota.solvers.setting_up import Ready, hook_plan, plan_of, ready
from whatmatters.rota.solvers.weights import Weights
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.problem import Problem

HOT, COLD, WARM = 9.0, 0.015, 0.3  # temperatures, in typical costs of going to a neighbour
FRESH = (*(Stage(0.3, HOT, 2 * COLD) for _ in range(3)), Stage(0.1, WARM, COLD))
FROM_A_PLAN = (Stage(1.0, HOT / 2, COLD),)
MIXING = 0x9E3779B97F4A7C15
HALF_OF_ALL = 1 << 63


@dataclass(frozen=True, slots=True)
class Found:
    """A plan that passed the checker, what the search thinks it costs, and the moves it tried."""

    plan: Plan
    cost: float
    moves: int


def search(
    problem: Problem,
    weights: Weights,
    budget: Budget,
    *,
    seed: int = 1,
    warm: Plan | None = None,
    told: Callable[[float], None] = lambda share: None,
) -> Found:
    """The best plan found for a problem, from `warm` where one is given.

    `told` is called with the share of the budget that was used since the last call.
    """
    if not problem.visits or not problem.shifts:
        return Found(Plan(dict.fromkeys(problem.shifts, ())), 0.0, 0)
    made = ready(problem, weights)
    moves = _fresh(made, budget, seed, told) if warm is None else 0
    if warm is not None:
        _begin(made, seed, lambda: hook_plan(made, warm))
        moves = sum(run_stage(made, stage, budget, told) for stage in FROM_A_PLAN)
    _stand(made.day, made.day.best)
    return Found(made_legal(problem, plan_of(made)), float(made.day.sums[BEST]), moves)


def _fresh(made: Ready, budget: Budget, seed: int, told: Callable[[float], None]) -> int:
    """Anneals from a start of their own, all but the last stage; the last from the best of them."""
    moves, kept = 0, []
    for n, stage in enumerate(FRESH[:-1]):
        _begin(made, seed * len(FRESH) + n, lambda: appended(made.day))
        moves += run_stage(made, stage, budget, told)
        kept.append((float(made.day.sums[BEST]), made.day.best.copy()))
    _stand(made.day, min(kept, key=lambda one: one[0])[1])
    count_as_best(made.day)
    return moves + run_stage(made, FRESH[-1], budget, told)


def _begin(made: Ready, seed: int, fill: Callable[[], None]) -> None:
    """Empty routes, filled, priced; chance begins at the seed."""
    day = made.day
    day.task["before"] = day.task["after"] = np.arange(len(day.task))
    day.task["shift"][:] = -1
    day.chance[0] = np.uint64((seed + 1) * MIXING % HALF_OF_ALL + 1)
    fill()
    if not price_anew(day):  # links and routes in a circle: begin with nothing
        day.task["before"] = day.task["after"] = np.arange(len(day.task))
        day.task["shift"][:] = -1
        price_anew(day)
    count_as_best(day)


def _stand(day: Day, best: Any) -> None:
    """Let a plan that was kept stand, with its times."""
    day.best[:] = best
    take_best(day)
    price_anew(day)
