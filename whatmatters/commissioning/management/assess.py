"""`whatmatters assess CASE.toml [--json]`: one agreement, one question, one answer, in English."""

import json
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from django.utils.translation import override

from whatmatters.commissioning.management import assess_print
from whatmatters.frontend.problem_words import printable, problem_text
from whatmatters.frontend.statement_words import reason_text
from whatmatters.policy.queries import dated_rules, with_defaults
from whatmatters.rules.case_files import Case, assess_text, exit_code
from whatmatters.rules.commissioning import Problem, Problems, Statement

ENGLISH = "en-gb"

CasePath = Annotated[Path, typer.Argument(metavar="CASE.toml", help="The case file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one object on standard output.")]


def assess(case_path: CasePath, as_json: AsJson = False) -> None:
    """Assess a case file: what is due, with the arithmetic of every line.

    Exits 2 where the case cannot be assessed, and 3 where what it asks for is refused.
    """
    with override(ENGLISH):
        try:
            case, statement = _assessed(case_path)
        except Problems as refused:
            _refuse(case_path, refused.problems, as_json)
        if as_json:
            typer.echo(json.dumps(_as_object(statement), indent=2))
        else:
            assess_print.statement(case.title, case.agreement, statement)


def _assessed(case_path: Path) -> tuple[Case, Statement]:
    try:
        text = case_path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Problems((Problem("no_such_file", params={"what": error.strerror}),)) from None
    except UnicodeDecodeError:
        raise Problems((Problem("not_utf8"),)) from None
    return assess_text(text, with_defaults, dated_rules())


def _as_object(statement: Statement) -> dict[str, object]:
    return {
        "model": statement.model,
        "lines": [
            {
                "payer": line.payer,
                "payee": line.payee,
                "pence": line.pence,
                "rule": line.rule,
                "reason": reason_text(line),
                "inputs": dict(line.inputs),
            }
            for line in statement.lines
        ],
        "carried": dict(statement.carried),
        "problems": [],
    }


def _refuse(case_path: Path, problems: tuple[Problem, ...], as_json: bool) -> NoReturn:
    told = [_problem_object(problem) for problem in problems]
    for problem in told:
        line = "" if problem["line"] is None else f":{problem['line']}"
        key = f" {problem['key']}:" if problem["key"] else ""
        typer.echo(f"{printable(str(case_path))}{line}:{key} {problem['message']}", err=True)
    if as_json:
        empty: dict[str, object] = {"model": None, "lines": [], "carried": {}, "problems": told}
        typer.echo(json.dumps(empty, indent=2))
    raise typer.Exit(exit_code(problems))


def _problem_object(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "key": printable(problem.where),
        "line": problem.line,
        "message": problem_text(problem),
    }


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("assess")(assess)
