"""Who acts at the terminal, which day is meant, and how a refusal ends."""

from datetime import date
from typing import NoReturn

import typer
from django.utils import timezone

from whatmatters.access.queries import Actor, actor_for, council_of
from whatmatters.access.queries.users import user_called
from whatmatters.places.queries import council_by_code
from whatmatters.rules.days import london_day

REFUSED = 2
# The nearest periods of a day must be days too.
FIRST_YEAR, LAST_YEAR = date.min.year + 1, date.max.year - 1


def acting_user(username: str, council: str) -> Actor:
    """Who does this, in their council or the one that is said. Exits 2 where there is none."""
    user_id = user_called(username)
    if user_id is None:
        refuse(f"Nobody signs in as {username}.")
    today = london_day(timezone.now())
    council_id = _council(council) if council else council_of(user_id, on=today)
    if council_id is None:
        refuse(f"{username} holds no role in any council today. Say which with --council.")
    return actor_for(user_id, council_id=council_id, on=today)


def _council(code: str) -> int:
    found = council_by_code(code)
    if found is None:
        refuse(f"No council {code} here.")
    return found.id


def written_day(text: str) -> date:
    """A day that was typed. Exits 2 for what is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        refuse(f"{text} is not a date such as 2026-04-06.")
    return day


def refuse(why: str) -> NoReturn:
    """Say why on standard error and exit 2."""
    typer.echo(why, err=True)
    raise typer.Exit(REFUSED)
