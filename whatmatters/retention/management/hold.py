"""`whatmatters hold add|end|list`: whose words must stay although their time is over."""

from typing import Annotated

import typer
from django.utils import timezone
from django.utils.translation import gettext as _

from whatmatters.retention.management.edge import actor_called, refuse, sentence
from whatmatters.retention.queries import holds
from whatmatters.retention.services import end_hold, hold_record
from whatmatters.rules.days import london_day
from whatmatters.rules.refusals import Refusal

By = Annotated[str, typer.Option("--by", metavar="USER", help="Who does this.")]
Why = Annotated[str, typer.Option("--why", help="The claim, inquiry or order that asks for it.")]
Council = Annotated[str, typer.Option("--council", help="The ONS code, such as W06000002.")]


def add(
    person: Annotated[int, typer.Argument(help="The number of the person's record.")],
    by: By,
    why: Why,
    council: Council = "",
) -> None:
    """Hold a person's words: no rule touches them until the hold is ended."""
    actor = actor_called(by, council)
    try:
        number = hold_record(by=actor, at=timezone.now(), person_id=person, reason=why)
    except Refusal as refused:
        refuse(sentence(refused))
    typer.echo(_("Hold %(number)s: person %(id)s") % {"number": number, "id": person})


def end(
    hold: Annotated[int, typer.Argument(help="The number of the hold.")],
    by: By,
    council: Council = "",
) -> None:
    """End a hold."""
    actor = actor_called(by, council)
    try:
        end_hold(by=actor, at=timezone.now(), hold_id=hold)
    except Refusal as refused:
        refuse(sentence(refused))
    typer.echo(_("Hold %(number)s has ended.") % {"number": hold})


def list_holds(by: By, council: Council = "") -> None:
    """List the holds of a council: who, why, by whom, since when, until when."""
    found = holds(actor_called(by, council).council_id)
    for one in found:
        until = london_day(one.ended).isoformat() if one.ended else _("holds")
        days = f"{london_day(one.since).isoformat()} – {until}"
        typer.echo(f"{one.id} · person {one.person_id} · {days} · {one.by_name} · {one.reason}")
    if not found:
        typer.echo(_("Nobody is under a legal hold."))


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    group = typer.Typer(no_args_is_help=True, help="Legal holds.")
    group.command("add")(add)
    group.command("end")(end)
    group.command("list")(list_holds)
    app.add_typer(group, name="hold")
