"""How verbs speak: facts on stdout, reasons for refusing on stderr with exit code 1."""

from typing import NoReturn

import typer
from rich.console import Console

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def refuse(reason: str) -> NoReturn:
    """Say why nothing was done, and end with 1."""
    err.print(reason, style="bold red", markup=False)
    raise typer.Exit(1)
