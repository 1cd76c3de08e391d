"""Who may open pages of blocks: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

COMMISSIONER = {"commissioner:council"}
PROVIDER = {"provider_manager:provider"}
MANAGERS = {"provider_manager:provider", "provider_manager:rival"}
FINANCE = {"finance_officer:council"}
KEEP = COMMISSIONER | PROVIDER


def block_rows(row: Callable[..., Any]) -> dict[str, Any]:
    """The rows of blocks, made with the maker of `expected.py`."""
    return {
        "block_list": row(COMMISSIONER | FINANCE | MANAGERS),
        "block": row(COMMISSIONER | FINANCE | PROVIDER),
        "block_new": row(COMMISSIONER, COMMISSIONER),
        "block_next_year": row(COMMISSIONER, COMMISSIONER),
        "block_amend": row(COMMISSIONER, COMMISSIONER),
        "block_end": row(COMMISSIONER, COMMISSIONER),
        "block_undo": row(COMMISSIONER, COMMISSIONER),
        "block_correct": row(COMMISSIONER, COMMISSIONER),
        "block_capacity": row(KEEP, KEEP),
        "block_estimate": row(KEEP, KEEP),
        "block_review": row(KEEP, KEEP),
        "block_book": row(PROVIDER, PROVIDER),
        "book_answer": row(FINANCE, FINANCE),
    }
