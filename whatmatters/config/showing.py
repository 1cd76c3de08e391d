"""What the demonstration needs from above: an empty database, and the pages served."""

from django.db import connections

from whatmatters.config.emptying import NotADemoError, start_afresh
from whatmatters.config.serving import Open, serve_pages


def prepare() -> str | None:
    """Empty the database for a demonstration; why not, where it may not be emptied."""
    try:
        start_afresh()
    except NotADemoError:
        return (
            "This database holds records that are no demonstration: nothing was changed. "
            "Set WHATMATTERS_DATA to another folder for the demonstration."
        )
    return None


def show(port: int) -> int:
    """Serve the pages on this machine; the exit code."""
    connections.close_all()
    return serve_pages("127.0.0.1", port, Open.AUTO)
