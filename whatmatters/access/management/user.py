"""`whatmatters user …` and `whatmatters council add`: what a live council starts with.

The edge for commands: the clock is read here, and whoever has this terminal acts as the system.
"""

import secrets
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, NoReturn, TypeVar

import typer
from django.utils import timezone

from whatmatters.access.management.wording import sentence
from whatmatters.access.queries import Actor
from whatmatters.access.queries.bodies import council_body
from whatmatters.access.queries.users import organisation_called, roles_held, user_called
from whatmatters.access.services import (
    MembershipGiven,
    OrganisationGiven,
    UserGiven,
    add_memberships,
    add_organisations,
    add_users,
    end_membership,
    first_actor,
    set_password,
)
from whatmatters.places.queries import council_by_code, read_locality
from whatmatters.places.services import load_locality
from whatmatters.rules.accounts import OF_NO_ORGANISATION, roles_to_give
from whatmatters.rules.days import london_day
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import OrganisationKind, Role

T = TypeVar("T")
CouncilCode = Annotated[str, typer.Option("--council", help="The ONS code, such as W06000002.")]
Username = Annotated[str, typer.Argument(help="The name to sign in by.")]
Day = Annotated[str, typer.Option(help="A date such as 2026-11-22; today when left out.")]
HELD_IN = "The body where they hold it; the council itself for a role of the council."
OF_THE_COUNCIL = frozenset(roles_to_give(OrganisationKind.COUNCIL)) - OF_NO_ORGANISATION
OF_A_BODY = frozenset(Role) - OF_NO_ORGANISATION - {Role.SYSTEM} - OF_THE_COUNCIL | {
    Role.TEAM_MEMBER
}
Welsh = Annotated[bool, typer.Option("--welsh", help="Start in Welsh.")]


def add_council(
    locality: Annotated[
        str, typer.Argument(help="gwynedd, leeds, oldham, trafford, wiltshire, or of the folder")
    ],
    locality_dir: Annotated[Path | None, typer.Option(help="A folder of another place")] = None,
) -> None:
    """Record a council with its real areas, and the council as an organisation."""
    place = _allowed(lambda: read_locality(locality, locality_dir))
    council_id = load_locality(locality=place).council_id
    by, at = first_actor(council_id), timezone.now()
    if organisation_called(council_id, place.name_en) is None:
        given = OrganisationGiven(OrganisationKind.COUNCIL, place.name_en, place.name_cy)
        add_organisations(by=by, at=at, organisations=[given])
    typer.echo(f"{place.name_en}: {place.council_code}")


def add_organisation(
    kind: Annotated[OrganisationKind, typer.Argument()],
    english: Annotated[str, typer.Argument(help="Its name in English.")],
    council: CouncilCode,
    welsh: Annotated[str, typer.Option(help="Its name in Welsh, when it has another.")] = "",
) -> None:
    """Add a provider, health board or other body."""
    by, at = _system(council)
    given = OrganisationGiven(kind, english, welsh or english)
    _allowed(lambda: add_organisations(by=by, at=at, organisations=[given]))
    typer.echo(f"Added {english}.")


def add(
    username: Username,
    name: Annotated[str, typer.Option(help="The name that others see.")],
    council: CouncilCode,
    welsh: Welsh = False,
) -> None:
    """Add somebody who signs in; prints a fresh password, once."""
    by, at = _system(council)
    password = _fresh()
    given = UserGiven(username, name, "cy" if welsh else "en-gb", password)
    _allowed(lambda: add_users(by=by, at=at, users=[given]))
    typer.echo(f"Added {username}. Password: {password}")


def role(
    username: Username,
    role: Annotated[Role, typer.Argument(help="The role to give, or with --end to end.")],
    council: CouncilCode,
    organisation: Annotated[str, typer.Option(help=HELD_IN)] = "",
    on: Day = "",
    end: Annotated[bool, typer.Option("--end", help="Their last day in it.")] = False,
) -> None:
    """Give somebody a role from a day, or end it on a day."""
    by, at = _system(council)
    day = _day(on, at)
    user_id = _user(username)
    if end:
        _end(by, at, user_id, role, day)
        typer.echo(f"{username} is {role} until {day}.")
        return
    body = _body(by.council_id, role, organisation)
    given = MembershipGiven(user_id, role, body, day)
    _allowed(lambda: add_memberships(by=by, at=at, memberships=[given]))
    typer.echo(f"{username} is {role} from {day}.")


def password(username: Username, council: CouncilCode) -> None:
    """Give somebody a fresh password, printed once. Their open sessions end."""
    by, at = _system(council)
    fresh = _fresh()
    user_id = _user(username)
    _allowed(lambda: set_password(by=by, at=at, user_id=user_id, password=fresh))
    typer.echo(f"Password of {username}: {fresh}")


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    users = typer.Typer(no_args_is_help=True, help="People who sign in, and their roles.")
    for name, verb in (("add", add), ("role", role), ("password", password)):
        users.command(name)(verb)
    app.add_typer(users, name="user")
    councils = typer.Typer(no_args_is_help=True, help="A council and the bodies it works with.")
    councils.command("add")(add_council)
    councils.command("organisation")(add_organisation)
    app.add_typer(councils, name="council")


def _system(council: str) -> tuple[Actor, datetime]:
    found = council_by_code(council)
    if found is None:
        _refuse(f"No council {council} here. First: whatmatters council add gwynedd")
    return first_actor(found.id), timezone.now()


def _user(username: str) -> int:
    found = user_called(username)
    if found is None:
        _refuse(f"Nobody signs in as {username}.")
    return found


def _body(council_id: int, role: Role, name: str) -> int | None:
    """Where a role is held: a role without its body opens nothing, so none is given without."""
    if name:
        return _organisation(council_id, name)
    if role in OF_A_BODY:
        _refuse(f"A {role} works for somebody: say for whom with --organisation.")
    return council_body(council_id) if role in OF_THE_COUNCIL else None


def _organisation(council_id: int, name: str) -> int:
    found = organisation_called(council_id, name)
    if found is None:
        _refuse(f"No organisation called {name} in this council.")
    return found


def _end(by: Actor, at: datetime, user_id: int, role: Role, day: date) -> None:
    open_ones = [r for r in roles_held(by.council_id, user_id) if r.role == role and not r.ends]
    if not open_ones:
        _refuse(f"They are not {role}.")
    for held in open_ones:
        ending = partial(end_membership, by=by, at=at, membership_id=held.membership_id, on=day)
        _allowed(ending)


def _day(text: str, at: datetime) -> date:
    try:
        return date.fromisoformat(text) if text else london_day(at)
    except ValueError:
        _refuse(f"{text} is not a date such as 2026-11-22.")


def _fresh() -> str:
    return secrets.token_urlsafe(12)


def _allowed(verb: Callable[[], T]) -> T:
    """What the verb returns, or the refusal on stderr with exit code 1."""
    try:
        return verb()
    except Refusal as refused:
        _refuse(sentence(refused))


def _refuse(reason: str) -> NoReturn:
    typer.echo(reason, err=True)
    raise typer.Exit(1)
