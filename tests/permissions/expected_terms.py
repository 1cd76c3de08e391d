"""Who may open contracts, and try terms, prices and pay: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

from tests.permissions.expected_limits import limit_rows

COMMISSIONER = {"commissioner:council"}
READERS = {"broker:council", "commissioner:council", "finance_officer:council"}
MANAGER = {"provider_manager:provider"}
MANAGERS = MANAGER | {"provider_manager:rival"}
TRIERS = {
    "provider_manager:provider",
    "provider_manager:rival",
    "commissioner:council",
    "finance_officer:council",
}
AT_HER_HOME = {
    "care_worker:assigned",
    "care_worker:provider",
    "team_member:assigned",
    "team_member:provider",
}


def term_rows(row: Callable[..., Any]) -> dict[str, Any]:
    """The rows of contracts and of what is tried, made with the maker of `expected.py`."""
    return {
        "try_terms": row(TRIERS, TRIERS),
        "wage_price": row(TRIERS, TRIERS),
        "wage_check": row(TRIERS | AT_HER_HOME, TRIERS | AT_HER_HOME),
        "contract_list": row(READERS),
        "contract_incentives": row(READERS),
        "compare_models": row({"commissioner:council", "finance_officer:council"}),
        "episodes_tried": row({"commissioner:council", "finance_officer:council"}),
        "results_tried": row({"commissioner:council", "finance_officer:council"}),
        "principle_list": row(COMMISSIONER | MANAGERS),
        "principles": row(COMMISSIONER | MANAGER),
        "principles_score": row(COMMISSIONER | MANAGER, COMMISSIONER | MANAGER),
        "contract": row(READERS),
        "contract_open": row(COMMISSIONER, COMMISSIONER),
        "contract_rate": row(COMMISSIONER, COMMISSIONER),
        "contract_terms": row(COMMISSIONER, COMMISSIONER),
        "contract_lead": row(COMMISSIONER, COMMISSIONER),
        "contract_end": row(COMMISSIONER, COMMISSIONER),
        **limit_rows(row),
    }
