"""Who may open pages of results that are paid: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

from tests.permissions.expected_blocks import COMMISSIONER, FINANCE, MANAGERS, PROVIDER


def result_rows(row: Callable[..., Any]) -> dict[str, Any]:
    """The rows of results, made with the maker of `expected.py`."""
    return {
        "result_schemes": row(COMMISSIONER | FINANCE | MANAGERS),
        "result_scheme": row(COMMISSIONER | FINANCE | PROVIDER),
        "result_open": row(COMMISSIONER, COMMISSIONER),
        "result_end": row(COMMISSIONER, COMMISSIONER),
        "result_count": row(PROVIDER, PROVIDER),
        "result_agree": row(COMMISSIONER, COMMISSIONER),
    }
