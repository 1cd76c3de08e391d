"""`outcome_payments`: Wiltshire, Help to Live at Home (R-WI).

The plan's price, spread over its days and paid every four weeks, whatever time is spent; a penalty
at the end only for payable outcomes missed through the provider. Nothing here can read a minute
that was delivered (R-WI-08): no type that it takes has a place for one.
"""

from whatmatters.rules.commissioning import EvidenceKind
from whatmatters.rules.commissioning_models.outcome_payments.delay import delay_of
from whatmatters.rules.commissioning_models.outcome_payments.evidence import (
    Cause,
    Evidence,
    JudgedOutcome,
    Judgement,
    check_evidence,
    read_evidence,
)
from whatmatters.rules.commissioning_models.outcome_payments.incentive import (
    income_changes,
    one_more_hour,
)
from whatmatters.rules.commissioning_models.outcome_payments.penalty import (
    Penalty,
    penalties,
    rate_of,
)
from whatmatters.rules.commissioning_models.outcome_payments.price import payable_price, plan_price
from whatmatters.rules.commissioning_models.outcome_payments.price_breakdown import (
    PriceBreakdown,
    PricedLine,
)
from whatmatters.rules.commissioning_models.outcome_payments.statement import (
    DISSATISFACTION,
    INSTALMENT,
    OVERDUE,
    PENALTY,
    RETENTION_RELEASED,
    assess,
)
from whatmatters.rules.commissioning_models.outcome_payments.terms import (
    AGREED_ONCE,
    Band,
    Base,
    Collect,
    PlanLine,
    Terms,
    check,
    read_terms,
    terms_judged,
)

name = "outcome_payments"
reads = frozenset({EvidenceKind.PERIOD, EvidenceKind.JUDGEMENT})

__all__ = [
    "AGREED_ONCE",
    "DISSATISFACTION",
    "INSTALMENT",
    "OVERDUE",
    "PENALTY",
    "RETENTION_RELEASED",
    "Band",
    "Base",
    "Cause",
    "Collect",
    "Evidence",
    "JudgedOutcome",
    "Judgement",
    "Penalty",
    "PlanLine",
    "PriceBreakdown",
    "PricedLine",
    "Terms",
    "assess",
    "check",
    "check_evidence",
    "delay_of",
    "income_changes",
    "name",
    "one_more_hour",
    "payable_price",
    "penalties",
    "plan_price",
    "rate_of",
    "read_evidence",
    "read_terms",
    "reads",
    "terms_judged",
]
