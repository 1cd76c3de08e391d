"""Who may open pages of shifts that are paid whole: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

from tests.permissions.expected_blocks import COMMISSIONER, FINANCE, MANAGERS, PROVIDER


def shift_rows(row: Callable[..., Any]) -> dict[str, Any]:
    """The rows of shifts, made with the maker of `expected.py`."""
    return {
        "shift_schemes": row(COMMISSIONER | FINANCE | MANAGERS),
        "shift_scheme": row(COMMISSIONER | FINANCE | PROVIDER),
        "shift_open": row(COMMISSIONER, COMMISSIONER),
        "shift_terms": row(COMMISSIONER, COMMISSIONER),
        "shift_end": row(COMMISSIONER, COMMISSIONER),
        "shift_told": row(PROVIDER, PROVIDER),
        "shift_file": row(PROVIDER, PROVIDER),
    }
