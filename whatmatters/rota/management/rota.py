"""The verbs of the rota, under `whatmatters rota`."""

import typer

from whatmatters.rota.management.check import check
from whatmatters.rota.management.day import plan
from whatmatters.rota.management.live import live
from whatmatters.rota.management.roster import check_roster, roster
from whatmatters.rota.management.solve import solve
from whatmatters.rota.management.week import week


def register(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(
        no_args_is_help=True, help="Plan a day, roster weeks, and check a plan or a roster."
    )
    group.command("check")(check)
    group.command("solve")(solve)
    group.command("live")(live)
    group.command("plan")(plan)
    group.command("week")(week)
    group.command("roster")(roster)
    group.command("check-roster")(check_roster)
    app.add_typer(group, name="rota")
