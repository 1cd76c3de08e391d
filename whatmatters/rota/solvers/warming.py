"""Compiles the kernel, or reads it from the cache, on a day of one visit."""

from datetime import date

from whatmatters.rota.solvers.cooling import Budget
from whatmatters.rota.solvers.hhcrsp import public_weights
from whatmatters.rota.solvers.search import search
from whatmatters.rules.rota.problem import Person, Problem, Shift, Visit, Worker

ROWS = ((0.0, 1.0), (1.0, 0.0))


def compile_kernel() -> None:
    """After this a search spends its time on searching."""
    problem = Problem(
        day=date(2026, 1, 1),
        places=("a", "b"),
        travel={"m": ROWS},
        people={"p": Person("p", "b")},
        workers={"w": Worker("w")},
        shifts={"s": Shift("s", "w", "m", 0.0, 60.0, "a", "a", None)},
        visits={"v": Visit("v", "p", 0.0, 1.0, 1.0)},
    )
    search(problem, public_weights(), Budget(moves=1))
