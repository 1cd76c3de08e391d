"""`whatmatters rota check PROBLEM PLAN`: any plan priced from scratch, whoever made it."""

import json
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import override

from whatmatters.rota.management import verdicts
from whatmatters.rota.management.reading import plan_in, problem_in
from whatmatters.rules.rota.check import judge

ENGLISH = "en-gb"
ILLEGAL = 3

ProblemPath = Annotated[Path, typer.Argument(metavar="PROBLEM", help="The day to plan, JSON.")]
PlanPath = Annotated[Path, typer.Argument(metavar="PLAN", help="A plan of it, JSON.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one object on standard output.")]
Language = Annotated[str, typer.Option("--language", help="en or cy")]


def check(
    problem_path: ProblemPath, plan_path: PlanPath, as_json: AsJson = False, language: Language = ""
) -> None:
    """Check a plan: every hard rule it breaks, and what it costs tier by tier.

    Exits 2 where a file cannot be read, and 3 where the plan breaks a hard rule.
    """
    with override(language or ENGLISH):
        problem = problem_in(problem_path)
        verdict = judge(problem, plan_in(plan_path, problem))
        if as_json:
            typer.echo(json.dumps(verdicts.verdict_object(verdict), indent=2))
        else:
            verdicts.show(problem.day, verdict)
    if not verdict.legal:
        raise typer.Exit(ILLEGAL)
