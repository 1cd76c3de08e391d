"""Commands of payments: `pay`, `ledger verify`, `ledger export`."""

import typer

from whatmatters.payments.management import ledger, pay


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    pay.register(app)
    ledger.register(app)
