"""Who asks on a terminal, and for which day."""

from datetime import date
from typing import NoReturn

import typer
from django.utils import timezone
from django.utils.translation import gettext as _

from whatmatters.access.queries import Actor, actor_for, council_of
from whatmatters.access.queries.installation import standing
from whatmatters.access.queries.users import user_called
from whatmatters.rules.days import london_day

REFUSED = 2


def asked_by(name: str) -> tuple[Actor, date]:
    """Whoever signs in by a name, and today. Exits 2 where nobody does."""
    on = london_day(standing(timezone.now()))
    user_id = user_called(name)
    council_id = council_of(user_id, on=on) if user_id else None
    if user_id is None or council_id is None:
        refuse(_("Nobody signs in as %(name)s.") % {"name": name})
    return actor_for(user_id, council_id=council_id, on=on), on


def day_called(text: str) -> date:
    """A day as it was written. Exits 2 where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        refuse(_("%(text)s is not a date such as 2026-04-06.") % {"text": text})


def refuse(words: str) -> NoReturn:
    """Say why, and end with 2."""
    typer.echo(words, err=True)
    raise typer.Exit(REFUSED)
