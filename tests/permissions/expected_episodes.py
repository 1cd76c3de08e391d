"""Who may open pages of a person's short-term support: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

AGREERS = {"social_worker:assigned", "commissioner:council"}
# R-TR-02: baseline and follow-up are the social worker's.
FOLLOWERS = {"social_worker:assigned"}
# Who sees a plan sees this; of another provider's people nobody.
SEE = AGREERS | {
    "person:self",
    "family:shared",
    "family:decider",
    "care_worker:assigned",
    "team_member:assigned",
    "provider_manager:provider",
    "broker:council",
}
PROVIDERS_FIGURES = {
    "provider_manager:provider",
    "provider_manager:rival",
    "commissioner:council",
}


def episode_rows(row: Callable[..., Any], person: Callable[..., Any]) -> dict[str, Any]:
    """The rows of short-term episodes, made with the two makers of `expected.py`."""
    return {
        "episode_list": person(SEE, shows="name"),
        "episode": person(SEE),
        "episode_open": person(AGREERS, AGREERS, shows="name"),
        "episode_extend": person(AGREERS, AGREERS, shows="name"),
        "episode_end": person(AGREERS, AGREERS, shows="name"),
        "episode_read": person(FOLLOWERS, FOLLOWERS, shows="name"),
        "episode_strike": person(FOLLOWERS, FOLLOWERS, shows="name"),
        "episode_states": row(PROVIDERS_FIGURES),
    }
