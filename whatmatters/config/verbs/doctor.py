"""`whatmatters doctor`: what is wrong with this installation, if anything is."""

import typer
from django.db import DatabaseError

from whatmatters.config.checkups import CHECKUPS
from whatmatters.config.terminal import out


def doctor() -> None:
    """Check migrations, guards, roles, clock, disk and secret key; exit 1 when one is wrong."""
    sick = False
    for checkup in CHECKUPS:
        try:
            wrong = checkup()
        except DatabaseError as error:
            wrong = [f"could not be checked: {type(error).__name__}"]
        sick = sick or bool(wrong)
        name = checkup.__name__.replace("_", " ")
        out.print(f"{name}: {'; '.join(wrong) or 'ok'}", markup=False, soft_wrap=True)
    if sick:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(doctor)
