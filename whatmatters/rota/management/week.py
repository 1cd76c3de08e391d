"""`whatmatters rota week`: seven days of every team whose days somebody may plan."""

from datetime import date, timedelta
from typing import Annotated

import typer
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from whatmatters.access.queries import Actor
from whatmatters.records.standing import of_council
from whatmatters.rota.management.asking import asked_by, day_called
from whatmatters.rota.management.check import ENGLISH, Language
from whatmatters.rota.management.day import By
from whatmatters.rota.management.week_jobs import Done, Job, all_planned
from whatmatters.rota.queries.at_work import days_at_work
from whatmatters.rota.queries.own_teams import teams_to_plan
from whatmatters.rules.periods import DAYS_IN_A_WEEK
from whatmatters.teams.queries import TeamFacts

NOT_ALL = 3
First = Annotated[str, typer.Option("--first", help="The first of the seven days: 2026-11-30.")]
Processes = Annotated[
    int, typer.Option("--processes", min=1, max=64, help="How many days to plan at once.")
]


def week(first: First, by: By, processes: Processes = 1, language: Language = "") -> None:
    """Plan every day of a week on which anybody of your teams is at work.

    The plans are the same however many are made at once. A process that is killed costs nothing
    but its time. Exits 2 where it is refused, and 3 where a day could not be planned.
    """
    with override(language or ENGLISH):
        actor, on = asked_by(by)
        wanted, names = _wanted(actor, on, day_called(first))
        console = Console(stderr=True, highlight=False, soft_wrap=True)
        if not wanted:
            typer.echo(_("Nobody of your teams is at work in this week yet."))
            return
        _compiled_once(console)
        done = _planned(wanted, processes, console)
        _tell(done, names, console)
        if len(done) < len(wanted):
            words = _("These days ended every process that planned them: %(days)s")
            console.print(Text(words % {"days": _given_up(wanted, done, names)}))
        if len(done) < len(wanted) or any(one.refused for one in done):
            raise typer.Exit(NOT_ALL)


def _compiled_once(console: Console) -> None:
    """Once on this machine, and not in every process."""
    from whatmatters.rota.solvers import compiled  # numba is slow to load

    if compiled.is_kept():
        return
    from whatmatters.rota.solvers.warming import compile_kernel

    console.print(_("Compiling the kernel, once on this machine: about half a minute."))
    compile_kernel()


def _wanted(actor: Actor, on: date, first: date) -> tuple[list[Job], dict[int, str]]:
    with of_council(actor.council_id):
        teams = teams_to_plan(actor, on)
        days = days_at_work(
            actor.council_id, teams, first, first + timedelta(days=DAYS_IN_A_WEEK - 1)
        )
    jobs = [Job(team, day, actor.council_id, actor.user_id) for team, day in days]
    return jobs, {pk: _name(team) for pk, team in teams.items()}


def _name(team: TeamFacts) -> str:
    return team.name_cy if (get_language() or "").startswith("cy") else team.name_en


def _planned(wanted: list[Job], processes: int, console: Console) -> list[Done]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        bar = progress.add_task(_("Days planned"), total=len(wanted))
        return all_planned(
            wanted,
            processes,
            told=lambda one: progress.advance(bar),
            ended=lambda: console.print(_("A process ended early: its days are planned again.")),
        )


def _tell(done: list[Done], names: dict[int, str], console: Console) -> None:
    for one in done:
        if one.refused:
            where = f"{names[one.job.team_id]}, {one.job.day.isoformat()}"
            console.print(Text(f"{where}: {one.refused}"))
    made = [one for one in done if not one.refused]
    told = {"covered": sum(one.covered for one in made), "all": sum(one.visits for one in made)}
    days = ngettext("%(count)s team’s day.", "%(count)s teams’ days.", len(made))
    typer.echo(days % {"count": len(made)})
    typer.echo(_("%(covered)s of %(all)s visits are planned.") % told)
    if made:
        spent = [one.cpu for one in made]
        figures = {"mean": f"{sum(spent) / len(spent):.2f}", "most": f"{max(spent):.2f}"}
        words = _("Seconds of one core for a team’s day: %(mean)s in the mean, at most %(most)s.")
        typer.echo(words % figures)


def _given_up(wanted: list[Job], done: list[Done], names: dict[int, str]) -> str:
    left = set(wanted) - {one.job for one in done}
    return "; ".join(f"{names[job.team_id]}, {job.day.isoformat()}" for job in sorted(left))
