"""`whatmatters pay`: propose a run, or release one as the second person.

Exit codes: 0 done, or nothing left to do (a released period run again); 2 refused, with the reason
on standard error; nothing was changed then.
"""

from datetime import date
from typing import Annotated

import typer
from django.utils import timezone
from rich.console import Console
from rich.status import Status

from whatmatters.access.queries import Actor
from whatmatters.payments.management import pay_print
from whatmatters.payments.management.acting import acting_user, refuse, written_day
from whatmatters.payments.management.wording import sentence
from whatmatters.payments.services import (
    preview_run,
    propose_run,
    release_run,
    set_calendar,
)
from whatmatters.rules.refusals import Refusal

By = Annotated[str, typer.Option("--by", metavar="USER", help="Who does this (their user name).")]
Council = Annotated[str, typer.Option("--council", help="The ONS code, such as W06000002.")]
PeriodStart = Annotated[str, typer.Option("--period", metavar="START", help="Its first day.")]
RunToRelease = Annotated[int, typer.Option("--release", metavar="RUN", help="A run to release.")]
Anchor = Annotated[str, typer.Option("--anchor", metavar="MONDAY", help="Set the first period.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the run and write nothing.")]


def pay(
    by: By,
    period: PeriodStart = "",
    release: RunToRelease = 0,
    anchor: Anchor = "",
    council: Council = "",
    dry_run: DryRun = False,
) -> None:
    """Propose the payment run of a period, or release a proposed run as a second person.

    Nothing is posted or paid until somebody else releases the run. Running a released period
    again changes nothing and exits 0. A refusal exits 2.
    """
    if sum(map(bool, (period, release, anchor))) != 1:
        refuse("Say one of --period START, --release RUN, --anchor MONDAY.")
    if dry_run and not period:
        refuse("--dry-run goes with --period START only: nothing was done.")
    actor = acting_user(by, council)
    try:
        if anchor:
            set_calendar(by=actor, at=timezone.now(), anchor=written_day(anchor))
            typer.echo(f"Payment periods start on {anchor} and every 28 days from then.")
        elif release:
            _release(actor, release)
        elif dry_run:
            _preview(actor, written_day(period))
        else:
            _propose(actor, written_day(period))
    except Refusal as refused:
        refuse(sentence(refused))


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("pay")(pay)


def _propose(by: Actor, start: date) -> None:
    with _working("Computing every agreement's lines"):
        proposed = propose_run(by=by, at=timezone.now(), period_start=start)
    pay_print.proposal(by.council_id, proposed)


def _preview(by: Actor, start: date) -> None:
    with _working("Computing every agreement's lines; nothing is written"):
        preview = preview_run(by=by, at=timezone.now(), period_start=start)
    pay_print.preview(preview)


def _release(by: Actor, run_id: int) -> None:
    with _working("Posting to the ledger and making remittances"):
        released = release_run(by=by, at=timezone.now(), run_id=run_id)
    pay_print.release(by.council_id, released)


def _working(what: str) -> Status:
    return Console(stderr=True).status(what)
