"""`whatmatters rota solve PROBLEM`: a plan of a day, checked; also of the public format."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import override
from rich.console import Console

from whatmatters.policy.rota import rota_weights
from whatmatters.rota.management import verdicts
from whatmatters.rota.management.check import ENGLISH, Language, ProblemPath
from whatmatters.rota.management.reading import plan_in, problem_in, public_in
from whatmatters.rota.solvers import hhcrsp
from whatmatters.rota.solvers.weights import weights_of
from whatmatters.rules.rota.check import judge
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.plan_files import plan_object
from whatmatters.rules.rota.problem import Problem

Seconds = Annotated[float, typer.Option("--seconds-cpu", min=0.05, help="Seconds of one core.")]
Moves = Annotated[
    int | None, typer.Option("--iterations", min=1, help="Moves to try, not seconds.")
]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Same seed and moves, same plan.")]
Warm = Annotated[Path | None, typer.Option("--plan", help="A plan to begin with.")]
Out = Annotated[Path | None, typer.Option("--out", help="Where to write the plan; else to output.")]


def solve(
    problem_path: ProblemPath,
    seconds: Seconds = 10.0,
    moves: Moves = None,
    seed: Seed = 1,
    plan_path: Warm = None,
    out: Out = None,
    language: Language = "",
) -> None:
    """Plan a day. What it writes has passed the checker; what it costs is told on stderr.

    Exits 2 where a file cannot be read.
    """
    with override(language or ENGLISH):
        public = public_in(problem_path)
        problem = problem_in(problem_path) if public is None else public
        weights = weights_of(rota_weights()) if public is None else hhcrsp.public_weights()
        warm = plan_in(plan_path, problem) if plan_path else None
        from whatmatters.rota.management.searching import searched  # numba is slow to load

        plan = searched(problem, weights, seconds=seconds, moves=moves, seed=seed, warm=warm)
        _write(problem, plan, out, public=public is not None)
        verdicts.show(problem.day, judge(problem, plan), Console(stderr=True))


def _write(problem: Problem, plan: Plan, out: Path | None, *, public: bool) -> None:
    told: Any = hhcrsp.solution_of(problem, plan) if public else plan_object(problem, plan)
    text = json.dumps(told, indent=1, ensure_ascii=False) + "\n"
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, "utf-8")
