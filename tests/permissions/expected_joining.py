"""Who may say who works with a person and whose accounts are joined: typed by hand."""

from collections.abc import Callable
from typing import Any

WORKER, HERSELF = {"social_worker:assigned"}, {"person:self"}
GIVERS = WORKER | {"provider_manager:provider", "broker:council", "commissioner:council"}


def joining_rows(person: Callable[..., Any]) -> dict[str, Any]:
    """The rows of these pages, made with the maker of `expected.py`."""
    return {
        "workers": person(GIVERS | HERSELF),
        "worker_give": person(GIVERS, GIVERS, shows="name"),
        "worker_end": person(GIVERS, GIVERS, shows="name"),
        "close_people": person(WORKER | HERSELF, WORKER),
        "let_in_new": person(WORKER, WORKER),
    }
