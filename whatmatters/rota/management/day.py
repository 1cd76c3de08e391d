"""`whatmatters rota plan`: a team's day planned from what was agreed, and kept."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import override

from whatmatters.rota.management.asking import asked_by, day_called, refuse
from whatmatters.rota.management.check import ENGLISH, Language
from whatmatters.rota.management.one_day import planned_day

Team = Annotated[int, typer.Option("--team", help="The number of the team.")]
Day = Annotated[str, typer.Option("--day", help="Such as 2026-11-30.")]
By = Annotated[str, typer.Option("--by", help="Who plans: the name they sign in by.")]


def plan(team: Team, day: Day, by: By, language: Language = "") -> None:
    """Plan a team's day from what was agreed. The first call on a machine compiles.

    Exits 2 where it is refused.
    """
    with override(language or ENGLISH):
        actor, _on = asked_by(by)
        wanted = day_called(day)
        visits, covered, refused = planned_day(actor.council_id, actor.user_id, team, wanted)
        if refused:
            refuse(refused)
        told = {"covered": covered, "all": visits}
        typer.echo(_("%(covered)s of %(all)s visits are planned.") % told)
