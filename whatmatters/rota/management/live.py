"""`whatmatters rota live`: something happened on a planned day, and it is planned anew."""

import json
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import override
from rich.console import Console

from whatmatters.frontend.rota_fault_words import fault_text
from whatmatters.frontend.rota_live_words import event_refused
from whatmatters.policy.rota import rota_allowed, rota_schema, rota_weights
from whatmatters.rota.management import live_shown
from whatmatters.rota.management.check import ENGLISH, Language, PlanPath, ProblemPath
from whatmatters.rota.management.reading import BAD_INPUT, plan_in, problem_in, tell, text_of
from whatmatters.rota.management.solve import Moves, Out, Seed
from whatmatters.rota.solvers.weights import weights_of
from whatmatters.rules.rota.clock import NoSuchTime, minutes_of, time_fault
from whatmatters.rules.rota.event_files import FORMAT, read_event
from whatmatters.rules.rota.faults import BadInput
from whatmatters.rules.rota.live import left_of
from whatmatters.rules.rota.live_events import Event, EventRefused
from whatmatters.rules.rota.plan_files import plan_object
from whatmatters.rules.rota.problem import Problem

Now = Annotated[str, typer.Option("--now", help="What time it is, such as 09:40.")]
EventPath = Annotated[Path | None, typer.Option("--event", help="What happened, JSON.")]
Seconds = Annotated[float, typer.Option("--seconds-cpu", min=0.05, help="Seconds of one core.")]
Told = Annotated[
    list[str] | None,
    typer.Option("--told", help="Instead of a file: key=value, such as what=gone, worker=mo."),
]
GIVEN = Path("--told")


def live(
    problem_path: ProblemPath,
    plan_path: PlanPath,
    now: Now,
    event_path: EventPath = None,
    told: Told = None,
    seconds: Seconds = 0.3,
    moves: Moves = None,
    seed: Seed = 1,
    out: Out = None,
    language: Language = "",
) -> None:
    """Something happened: plan anew what is left. What is done or on the way never moves.

    The plan is of the whole day and has passed the checker; what it changes, whom to ring and whom
    to call on is told on stderr. Exits 2 where a file cannot be read or it cannot have happened.
    """
    with override(language or ENGLISH):
        problem = problem_in(problem_path)
        plan = plan_in(plan_path, problem)
        event = _event(problem, now, event_path, told or [])
        try:
            left = left_of(problem, plan, event, rota_allowed())
        except EventRefused as refused:
            typer.echo(event_refused(refused.code), err=True)
            raise typer.Exit(BAD_INPUT) from None
        from whatmatters.rota.management.searching import searched  # numba is slow to load

        weights = weights_of(rota_weights())
        warm = left.warm
        rest = searched(left.problem, weights, seconds=seconds, moves=moves, seed=seed, warm=warm)
        whole = left.joined(rest)
        text = json.dumps(plan_object(left.whole, whole), indent=1, ensure_ascii=False) + "\n"
        if out is None:
            typer.echo(text, nl=False)
        else:
            out.write_text(text, "utf-8")
        console = Console(stderr=True, highlight=False, soft_wrap=True)
        live_shown.show(problem, plan, left, rest, event, console)


def _event(problem: Problem, now: str, path: Path | None, told: list[str]) -> Event:
    schema = rota_schema("event")
    try:
        at = minutes_of(problem.day, now)
    except (NoSuchTime, ValueError) as error:
        wrong = error if isinstance(error, NoSuchTime) else NoSuchTime("wrong_time")
        typer.echo(f"--now: {fault_text(time_fault('', now, wrong))}", err=True)
        raise typer.Exit(BAD_INPUT) from None
    try:
        text = text_of(path) if path else _given(problem, told)
        return read_event(text, schema, problem, at)
    except BadInput as bad:
        tell(path or GIVEN, bad)


def _given(problem: Problem, told: list[str]) -> str:
    """The JSON of an event that was given as options."""
    raw: dict[str, object] = {"format": FORMAT, "day": problem.day.isoformat()}
    for one in told:
        key, _, value = one.partition("=")
        if key == "needs":
            raw[key] = value.split(",")
        else:
            raw[key] = float(value) if value.replace(".", "", 1).isdigit() else value
    return json.dumps(raw)
