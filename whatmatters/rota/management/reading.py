"""Files of the rota, from a terminal: read, or told what is wrong with them, exit code 2."""

import json
from pathlib import Path
from typing import NoReturn

import typer

from whatmatters.frontend.problem_words import printable
from whatmatters.frontend.rota_fault_words import fault_text
from whatmatters.policy.rota import rota_limits, rota_schema
from whatmatters.rota.solvers import hhcrsp
from whatmatters.rules.rota.faults import BadInput, Fault
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.plan_files import read_plan
from whatmatters.rules.rota.problem import Problem
from whatmatters.rules.rota.reading import read_problem

BAD_INPUT = 2


def problem_in(path: Path) -> Problem:
    """The problem of a file. Every fault is told and the program ends with 2."""
    try:
        return read_problem(text_of(path), rota_schema("problem"), rota_limits())
    except BadInput as bad:
        tell(path, bad)


def public_in(path: Path) -> Problem | None:
    """The problem of a file of the public format; None where it is something else, or nothing."""
    try:
        raw = json.loads(text_of(path))
    except (BadInput, ValueError, RecursionError):
        return None  # told by `problem_in`, which reads it again
    if not hhcrsp.is_public(raw):
        return None
    try:
        return hhcrsp.problem_of(raw)
    except (KeyError, TypeError, ValueError) as error:
        tell(path, BadInput((Fault("not_public", params={"what": repr(error)}),)))


def plan_in(path: Path, problem: Problem) -> Plan:
    """The plan of a file, as `problem_in`."""
    try:
        return read_plan(text_of(path), rota_schema("plan"), problem)
    except BadInput as bad:
        tell(path, bad)


def text_of(path: Path) -> str:
    """What stands in a file. BadInput where it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadInput((Fault("no_such_file", params={"what": error.strerror}),)) from None
    except UnicodeDecodeError:
        raise BadInput((Fault("not_utf8"),)) from None


def tell(path: Path, bad: BadInput) -> NoReturn:
    """Each fault with its place on stderr; exit 2."""
    for fault in bad.faults:
        place = f" {printable(fault.where)}:" if fault.where else ""
        typer.echo(f"{printable(str(path))}:{place} {fault_text(fault)}", err=True)
    raise typer.Exit(BAD_INPUT)
