"""`whatmatters rota roster WEEKS`: who works which turn; `check-roster` judges any roster."""

import json
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import override
from rich.console import Console

from whatmatters.policy.rota import roster_effort, roster_rules, rota_limits, rota_schema
from whatmatters.rota.management import roster_shown, verdicts
from whatmatters.rota.management.check import ENGLISH, ILLEGAL, AsJson, Language
from whatmatters.rota.management.reading import tell, text_of
from whatmatters.rota.management.solve import Out, Seed
from whatmatters.rules.rota.faults import BadInput
from whatmatters.rules.rota.roster.check import judge_roster
from whatmatters.rules.rota.roster.problem import RosterProblem
from whatmatters.rules.rota.roster.reading import read_weeks
from whatmatters.rules.rota.roster.roster import Roster, read_roster, roster_object

WeeksPath = Annotated[Path, typer.Argument(metavar="WEEKS", help="The weeks to roster, JSON.")]
RosterPath = Annotated[Path, typer.Argument(metavar="ROSTER", help="A roster of them, JSON.")]
Effort = Annotated[
    float | None,
    typer.Option("--effort", min=0.1, help="How long to search: about seconds of one core."),
]


def roster(
    weeks_path: WeeksPath,
    effort: Effort = None,
    seed: Seed = 1,
    out: Out = None,
    language: Language = "",
) -> None:
    """Roster the turns of one to four weeks. What it writes has passed the checker.

    What it costs is told on stderr, tier by tier, with the tiers of which no roster has less.
    The same seed and effort give the same roster. Exits 2 where the file cannot be read.
    """
    with override(language or ENGLISH):
        weeks = _weeks_in(weeks_path)
        from whatmatters.rota.solvers.rostering import rostered  # the solver is slow to load

        found = rostered(weeks, effort=effort or roster_effort(), seed=seed)
        console = Console(stderr=True, highlight=False, soft_wrap=True)
        if found.roster is None:
            console.print(_("No roster was found in this effort: give more with --effort."))
            raise typer.Exit(ILLEGAL)
        verdict = judge_roster(weeks, found.roster)
        roster_shown.show(verdict, console)
        if not verdict.legal:  # never, as long as the solver and the checker agree
            raise typer.Exit(ILLEGAL)
        roster_shown.show_proven(found.proven, verdict.tiers, console)
        text = json.dumps(roster_object(weeks, found.roster), indent=1, ensure_ascii=False) + "\n"
        if out is None:
            typer.echo(text, nl=False)
        else:
            out.write_text(text, "utf-8")


def check_roster(
    weeks_path: WeeksPath,
    roster_path: RosterPath,
    as_json: AsJson = False,
    language: Language = "",
) -> None:
    """Check a roster: every hard rule it breaks, and what it costs tier by tier.

    Exits 2 where a file cannot be read, and 3 where the roster breaks a hard rule.
    """
    with override(language or ENGLISH):
        weeks = _weeks_in(weeks_path)
        verdict = judge_roster(weeks, _roster_in(roster_path, weeks))
        if as_json:
            typer.echo(json.dumps(verdicts.verdict_object(verdict), indent=2))
        else:
            roster_shown.show(verdict, Console(highlight=False, soft_wrap=True))
    if not verdict.legal:
        raise typer.Exit(ILLEGAL)


def _weeks_in(path: Path) -> RosterProblem:
    try:
        return read_weeks(text_of(path), rota_schema("roster"), rota_limits(), roster_rules())
    except BadInput as bad:
        tell(path, bad)


def _roster_in(path: Path, weeks: RosterProblem) -> Roster:
    try:
        return read_roster(text_of(path), rota_schema("roster_plan"), weeks)
    except BadInput as bad:
        tell(path, bad)
