"""Commands of payments: `pay`, `payment-file`, `ledger verify`, `ledger export`."""

import typer

from whatmatters.payments.management import ledger, pay, pay_file


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    pay.register(app)
    pay_file.register(app)
    ledger.register(app)
