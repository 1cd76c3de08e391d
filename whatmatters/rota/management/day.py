"""`whatmatters rota plan`: a team's day planned from what was agreed, and kept."""

from datetime import date
from typing import Annotated

import typer
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from whatmatters.access.queries import actor_for, council_of
from whatmatters.access.queries.installation import standing
from whatmatters.access.queries.users import user_called
from whatmatters.records.standing import of_council
from whatmatters.rota.management.check import ENGLISH, Language
from whatmatters.rota.queries.day_plans import day_plan
from whatmatters.rota.services import make_day_plan
from whatmatters.rules.days import london_day
from whatmatters.rules.refusals import Refusal

Team = Annotated[int, typer.Option("--team", help="The number of the team.")]
Day = Annotated[str, typer.Option("--day", help="Such as 2026-11-30.")]
By = Annotated[str, typer.Option("--by", help="Who plans: the name they sign in by.")]
REFUSED = 2


def plan(team: Team, day: Day, by: By, language: Language = "") -> None:
    """Plan a team's day from what was agreed. The first call on a machine compiles.

    Exits 2 where it is refused.
    """
    with override(language or ENGLISH):
        at = standing(timezone.now())
        on, user_id = london_day(at), user_called(by)
        council_id = council_of(user_id, on=on) if user_id else None
        if user_id is None or council_id is None:
            typer.echo(_("Nobody signs in as %(name)s.") % {"name": by}, err=True)
            raise typer.Exit(REFUSED)
        with of_council(council_id):
            actor = actor_for(user_id, council_id=council_id, on=on)
            try:
                wanted = date.fromisoformat(day)
                make_day_plan(by=actor, at=at, on=on, team_id=team, day=wanted)
            except ValueError:
                typer.echo(
                    _("%(text)s is not a date such as 2026-04-06.") % {"text": day}, err=True
                )
                raise typer.Exit(REFUSED) from None
            except Refusal as refusal:
                typer.echo(_sentence(refusal), err=True)
                raise typer.Exit(REFUSED) from None
            made = day_plan(council_id, team, wanted)
        visits = made.visits if made else ()
        covered = sum(bool(visit.stops) for visit in visits)
        told = {"covered": covered, "all": len(visits)}
        typer.echo(_("%(covered)s of %(all)s visits are planned.") % told)


def _sentence(refusal: Refusal) -> str:
    """Why it is refused; nothing was kept."""
    told = {
        "not_allowed": _("This team’s day is not yours to plan."),
        "nobody_at_work": _("Nobody is at work on this day yet. Write down a shift first."),
    }
    return told.get(refusal.code, str(refusal))
