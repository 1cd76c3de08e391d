"""A search with its progress on a terminal. Imported by who searches alone: numba loads slowly."""

from rich.console import Console
from rich.progress import Progress

from whatmatters.rota.solvers import compiled
from whatmatters.rota.solvers.cooling import Budget
from whatmatters.rota.solvers.search import search
from whatmatters.rota.solvers.warming import compile_kernel
from whatmatters.rota.solvers.weights import Weights
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.problem import Problem


def searched(
    problem: Problem,
    weights: Weights,
    *,
    seconds: float,
    moves: int | None,
    seed: int,
    warm: Plan | None,
) -> Plan:
    """The best plan found, of the checker's good. Compiling is not counted as searching."""
    console = Console(stderr=True)
    if not compiled.is_kept():
        console.print("Compiling the kernel, once on this machine: about half a minute.")
    with console.status("Making the kernel ready ..."):
        compile_kernel()
    with Progress(console=console, transient=True) as progress:
        bar = progress.add_task("Searching", total=1.0)
        found = search(
            problem,
            weights,
            Budget(seconds, moves),
            seed=seed,
            warm=warm,
            told=lambda share: progress.update(bar, advance=share),
        )
    return found.plan
