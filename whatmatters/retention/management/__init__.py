"""Commands of retention: `retention`, `hold add`, `hold end`, `hold list`."""

import typer

from whatmatters.retention.management import hold, retention


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    retention.register(app)
    hold.register(app)
