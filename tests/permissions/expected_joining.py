"""Who may say who works with a person, whose accounts are joined, and who she is: by hand."""

from collections.abc import Callable
from typing import Any

WORKER, HERSELF = {"social_worker:assigned"}, {"person:self"}
GIVERS = WORKER | {"provider_manager:provider", "broker:council", "commissioner:council"}

WRITERS = WORKER | HERSELF | {"provider_manager:provider", "team_member:assigned"}


def joining_rows(person: Callable[..., Any]) -> dict[str, Any]:
    """The rows of these pages, made with the maker of `expected.py`."""
    return {
        "person_correct": person(WORKER, WORKER, shows="name"),
        "profile_write": person(WRITERS, WRITERS, shows="profile"),
        "workers": person(GIVERS | HERSELF),
        "worker_give": person(GIVERS, GIVERS, shows="name"),
        "worker_end": person(GIVERS, GIVERS, shows="name"),
        "close_people": person(WORKER | HERSELF, WORKER),
        "let_in_new": person(WORKER, WORKER),
    }
