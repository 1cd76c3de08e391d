"""Who may open the pages of switches: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

COMMISSIONER = {"commissioner:council"}
# Her plan is the council's to write, by who decides which contract pays or who knows her.
WRITERS = COMMISSIONER | {"social_worker:assigned"}
# What she reads of it, and whoever may read what her support costs.
READERS = WRITERS | {
    "person:self",
    "family:decider",
    "family:shared",
    "provider_manager:provider",
    "broker:council",
}
HER_WORD = {"person:self", "family:decider", "social_worker:assigned"}


def switch_rows(row: Callable[..., Any], person: Callable[..., Any]) -> dict[str, Any]:
    """The rows of switches, made with the makers of `expected.py`."""
    return {
        "switch_list": row(COMMISSIONER),
        "switch_new": row(COMMISSIONER, COMMISSIONER),
        "switch": row(COMMISSIONER, COMMISSIONER),
        "transition_plan": person(WRITERS, WRITERS),
        "transition": person(READERS, HER_WORD),
    }
