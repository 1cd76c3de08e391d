"""Who may open what was agreed about visits: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

MANAGER = {"provider_manager:provider"}
ANSWER = MANAGER | {"person:self", "family:decider"}
SEE = ANSWER | {"social_worker:assigned", "care_worker:assigned", "team_member:assigned"}


def visit_rows(person: Callable[..., Any]) -> dict[str, Any]:
    """The rows of delivery plans, made with the maker of `expected.py`. Never the council's."""
    return {
        "delivery": person(SEE, shows="name"),
        "delivery_write": person(MANAGER, shows="name"),
        "delivery_who": person(MANAGER, MANAGER, shows="name"),
        "delivery_visit": person(MANAGER, MANAGER, shows="name"),
        "delivery_quiet": person(MANAGER, MANAGER, shows="name"),
        "delivery_answer": person(ANSWER, ANSWER),
    }
