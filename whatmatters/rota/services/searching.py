"""A search of so many moves, so that the same day gives the same plan; its plan is judged."""

from whatmatters.policy.rota import rota_weights
from whatmatters.rules.rota.check import judge
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.problem import Problem


def searched(problem: Problem, moves: int, warm: Plan | None = None) -> Plan:
    """The best plan found, from `warm` where one is given; it has passed the checker."""
    if not problem.visits:
        return Plan(dict.fromkeys(problem.shifts, ()))
    from whatmatters.rota.solvers.cooling import Budget  # numba is slow to load
    from whatmatters.rota.solvers.search import search
    from whatmatters.rota.solvers.weights import weights_of

    weights = weights_of(rota_weights())
    found = search(problem, weights, Budget(moves=moves), warm=warm).plan
    if not judge(problem, found).legal:
        raise RuntimeError("a plan left the search that the checker refuses")
    return found
