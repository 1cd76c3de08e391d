"""`whatmatters tick`: put what is due in the queue, once or every so many seconds."""

from typing import Annotated

import typer
from django.utils import timezone

from whatmatters.config import ticking
from whatmatters.config.terminal import out

Every = Annotated[
    float | None, typer.Option("--every", min=1, help="Go on for ever, so many seconds apart.")
]


def tick(every: Every = None) -> None:
    """Put what is due in the queue. `serve` does this each minute; a timer may do it instead."""
    if every is not None:
        ticking.tick_for_ever(every)
    out.print(f"{ticking.tick(timezone.now())} tasks put in the queue.")


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command()(tick)
