"""Who may open the pages of their own account: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

SHOW_PICTURES = {
    "person:self",
    "person:none",
    "care_worker:assigned",
    "care_worker:provider",
    "team_member:assigned",
    "team_member:provider",
    "social_worker:assigned",
    "social_worker:none",
}


def own_rows(row: Callable[..., Any], with_a_role: set[str]) -> dict[str, Any]:
    """The rows of one's own account. The picture of the walk is hers, and its address her own."""
    return {
        "own_account": row(with_a_role, with_a_role),
        "own_events": row(with_a_role),
        "own_sessions": row(with_a_role, with_a_role),
        "own_picture": row(SHOW_PICTURES, SHOW_PICTURES),
        "face": row({"person:self"}),
    }
