"""Who may open what family and friends offer: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

CLOSE = {"family:family", "family:shared"}
READERS = {
    "person:self",
    "social_worker:assigned",
    "provider_manager:provider",
    "team_member:assigned",
}
WORKER = {"social_worker:assigned"}
# And whoever wrote it: the one by whom the world's offer is.
READ_HELP = READERS | {"family:family"}
FAMILIES = CLOSE | {"family:decider", "family:none"}


def help_rows(row: Callable[..., Any], person: Callable[..., Any]) -> dict[str, Any]:
    """The rows of pages of offers of help, made with the two makers of `expected.py`."""
    return {
        "help_offers": person(READERS, shows="help"),
        "help_offer_new": person(CLOSE, CLOSE, shows="name"),
        "help_offer_change": person({"family:family"}, {"family:family"}, shows="help"),
        "own_help": row(FAMILIES, FAMILIES),
        "own_help_file": row(FAMILIES),
        "what_i_know": person(CLOSE, CLOSE, shows="name"),
        "carer_support": person(CLOSE, CLOSE, shows="name"),
        "carer_request": person(WORKER, WORKER, shows="carer"),
    }
