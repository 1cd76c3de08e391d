"""Questions about money: periods, runs, remittances, contests, the ledger and its proof."""

from whatmatters.payments.queries.books import (
    LedgerRow,
    ModelTotal,
    accounts,
    balance,
    ledger_rows,
    paid_by_model,
)
from whatmatters.payments.queries.calendar import calendar, next_period
from whatmatters.payments.queries.contested import ContestFacts, contests
from whatmatters.payments.queries.lines import LineView, lines_of_agreements
from whatmatters.payments.queries.penalties import PenaltyFacts, penalties
from whatmatters.payments.queries.proof import BadRow, VerifyReport, verify
from whatmatters.payments.queries.remittances import (
    RemittanceFacts,
    RemittanceView,
    remittance,
    remittances,
    to_repay,
)
from whatmatters.payments.queries.run_views import ChangeRow, ChangesView, RunFacts, RunView
from whatmatters.payments.queries.runs import changes_view, run, runs

__all__ = [
    "BadRow",
    "ChangeRow",
    "ChangesView",
    "ContestFacts",
    "LedgerRow",
    "LineView",
    "ModelTotal",
    "PenaltyFacts",
    "RemittanceFacts",
    "RemittanceView",
    "RunFacts",
    "RunView",
    "VerifyReport",
    "accounts",
    "balance",
    "calendar",
    "changes_view",
    "contests",
    "ledger_rows",
    "lines_of_agreements",
    "next_period",
    "paid_by_model",
    "penalties",
    "remittance",
    "remittances",
    "run",
    "runs",
    "to_repay",
    "verify",
]
