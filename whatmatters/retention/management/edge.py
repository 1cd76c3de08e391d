"""Who acts, in which council, on which day: read at the edge, refused in words."""

from datetime import date
from typing import NoReturn

import typer
from django.utils import timezone
from django.utils.translation import gettext as _

from whatmatters.access.queries import Actor, actor_for, council_of
from whatmatters.access.queries.users import user_called
from whatmatters.places.queries import council_by_code
from whatmatters.rules.days import london_day
from whatmatters.rules.refusals import Refusal

REFUSED = 2


def actor_called(username: str, council: str) -> Actor:
    """The user as an actor of their council, or of the one named."""
    user_id = user_called(username)
    if user_id is None:
        refuse(_("Nobody signs in as %(name)s.") % {"name": username})
    today = london_day(timezone.now())
    council_id = council_named(council) if council else council_of(user_id, on=today)
    if council_id is None:
        refuse(_("%(name)s holds no role today. Say which council.") % {"name": username})
    return actor_for(user_id, council_id=council_id, on=today)


def council_named(code: str) -> int:
    """The id of the council with an ONS code."""
    found = council_by_code(code)
    if found is None:
        refuse(_("No council %(code)s here.") % {"code": code})
    return found.id


def day_said(text: str) -> date:
    """A day as it was typed; today where nothing was."""
    if not text:
        return london_day(timezone.now())
    try:
        return date.fromisoformat(text)
    except ValueError:
        refuse(_("%(text)s is not a date such as 2026-04-06.") % {"text": text})


def sentence(refusal: Refusal) -> str:
    """A refusal as a sentence."""
    told = {
        "not_yours_to_blank": _("Only an administrator of the council itself may do this."),
        "day_not_reached": _("That day has not come. Leave --apply out to see what would go."),
        "nothing_in_force": _("No retention schedule is recorded for that day."),
        "already_held": _("This person is under a legal hold already."),
        "hold_over": _("That hold has ended already."),
        "words_missing": _("Say why with --why."),
        "absent": _("There is no such row in this council."),
    }
    return told.get(refusal.code, str(refusal))


def refuse(why: str) -> NoReturn:
    """Say why on standard error, and end with 2."""
    typer.echo(why, err=True)
    raise typer.Exit(REFUSED)
