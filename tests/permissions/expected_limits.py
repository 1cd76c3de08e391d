"""Who may open the register of what blocks a design: typed by hand, as all of `expected.py`.

A health board's commissioner reads and writes of its own board: tests/limits/test_limit_pages.py.
"""

from collections.abc import Callable
from typing import Any

COMMISSIONER = {"commissioner:council"}
READERS = COMMISSIONER | {"finance_officer:council", "scrutiny:council"}


def limit_rows(row: Callable[..., Any]) -> dict[str, Any]:
    """The rows of the register, made with the maker of `expected.py`."""
    return {
        "limit_list": row(READERS),
        "limit": row(READERS),
        "limit_new": row(COMMISSIONER, COMMISSIONER),
        "limit_right": row(COMMISSIONER, COMMISSIONER),
        "limit_ask": row(COMMISSIONER, COMMISSIONER),
        "limit_query": row(COMMISSIONER, COMMISSIONER),
    }
