"""Who may open pages of a person's direct payment: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

AGREERS = {"social_worker:assigned", "commissioner:council"}
KEEPERS = {
    "person:self",
    "family:decider",
    "social_worker:assigned",
    "provider_manager:provider",
}
SEE = AGREERS | KEEPERS | {"family:shared", "finance_officer:council"}


def direct_rows(person: Callable[..., Any]) -> dict[str, Any]:
    """The rows of direct payments, made with that of `expected.py`; her provider manages it."""
    return {
        "direct_list": person(SEE, shows="name"),
        "direct": person(SEE),
        "direct_open": person(AGREERS, AGREERS, shows="name"),
        "direct_look": person(AGREERS, AGREERS, shows="name"),
        "direct_end": person(AGREERS, AGREERS, shows="name"),
        "direct_write": person(KEEPERS, KEEPERS, shows="name"),
        "direct_introduce": person(AGREERS, AGREERS, shows="name"),
        "introduction": person(SEE),
        "introduction_end": person(AGREERS, AGREERS, shows="name"),
        "introduction_hours": person(KEEPERS, KEEPERS, shows="name"),
        "direct_strike": person(KEEPERS, KEEPERS, shows="name"),
    }
