"""Who may open pages of workers and teams: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

MANAGERS = {"provider_manager:provider", "provider_manager:rival"}
PROVIDER = {"provider_manager:provider"}


def team_rows(row: Callable[..., Any]) -> dict[str, Any]:
    """The rows of an organisation's workers and teams, made with the maker of `expected.py`."""
    return {
        "worker_list": row(MANAGERS),
        "worker_new": row(MANAGERS, MANAGERS),
        "team_new": row(MANAGERS, MANAGERS),
        "worker": row(PROVIDER),
        "worker_change": row(PROVIDER, PROVIDER),
        "worker_join": row(PROVIDER, PROVIDER),
        "worker_leave": row(PROVIDER, PROVIDER),
        "worker_account": row(PROVIDER, PROVIDER),
        "worker_part": row(PROVIDER, PROVIDER),
    }
