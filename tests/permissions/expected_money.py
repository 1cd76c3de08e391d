"""Who may open pages of money: typed by hand, as all of `expected.py`."""

from collections.abc import Callable
from typing import Any

FINANCE = {"finance_officer:council"}
SEE_RUNS = {"commissioner:council", "finance_officer:council"}
PROVIDER = {"provider_manager:provider"}
MANAGERS = {"provider_manager:provider", "provider_manager:rival"}


def money_rows(row: Callable[..., Any]) -> dict[str, Any]:
    """The rows of pages of money, made with the maker of `expected.py`."""
    return {
        "run_list": row(SEE_RUNS),
        "run_propose": row(FINANCE, FINANCE),
        "run_calendar": row(SEE_RUNS, FINANCE),
        "run": row(SEE_RUNS),
        "run_left_out": row(SEE_RUNS),
        "run_release": row(FINANCE, FINANCE),
        "run_files": row(FINANCE, FINANCE),
        "payment_file": row(FINANCE),
        "file_unsent": row(FINANCE, FINANCE),
        "payee_list": row(SEE_RUNS),
        "payee": row(SEE_RUNS),
        "bank_ask": row(FINANCE, FINANCE),
        "bank_answer": row(FINANCE, FINANCE),
        "ledger": row(FINANCE),
        "ledger_csv": row(FINANCE),
        "ledger_entry": row(FINANCE),
        "remittance_list": row(SEE_RUNS | MANAGERS),
        "remittance": row(SEE_RUNS | PROVIDER),
        "remittance_csv": row(SEE_RUNS | PROVIDER),
        "remittance_print": row(SEE_RUNS | PROVIDER),
        "remittance_pdf": row(SEE_RUNS | PROVIDER),
        "contest_penalty": row(PROVIDER, PROVIDER),
        "contest_dissatisfaction": row(PROVIDER, PROVIDER),
        "contest_decide": row({"commissioner:council"}, {"commissioner:council"}),
    }
