"""Who may open letters, messages and complaints: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

TELLERS = {"person:self", "family:family", "family:shared", "family:decider"}
SOCIAL_WORKERS = {"social_worker:assigned", "social_worker:none"}
MANAGERS = {"provider_manager:provider", "provider_manager:rival"}


def post_rows(row: Callable[..., Any], person: Callable[..., Any]) -> dict[str, Any]:
    """The rows of pages of letters and messages, made with the two makers of `expected.py`."""
    return {
        "tell": person(TELLERS, TELLERS, shows="name"),
        "complain": person(TELLERS, TELLERS, shows="name"),
        "message_list": row({*SOCIAL_WORKERS, "commissioner:council"} | MANAGERS),
        "message": person(
            {"social_worker:assigned", "provider_manager:provider"},
            {"social_worker:assigned", "provider_manager:provider"},
            shows="name",
        ),
        "complaint": person(
            {"social_worker:assigned", "commissioner:council"},
            {"social_worker:assigned", "commissioner:council"},
            shows="name",
        ),
        "letter_list": row({*SOCIAL_WORKERS, "broker:council", "finance_officer:council"}),
        "letter": person(
            {"social_worker:assigned", "broker:council"},
            {"social_worker:assigned", "broker:council"},
            shows="name",
        ),
        "organisation_letter": row({"finance_officer:council"}, {"finance_officer:council"}),
    }
