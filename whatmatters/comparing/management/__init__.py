"""Commands of comparing: `compare`."""

import typer

from whatmatters.comparing.management import compare


def register(app: typer.Typer) -> None:
    """Add the verb."""
    compare.register(app)
