"""`time_and_task`: the baseline to leave and to compare with (R-TT).

A visit inside the tolerance is paid as planned; outside it, as delivered, rounded to the nearest
step; a missed visit is paid nothing. One line for each week (Monday to Sunday) with any visit: the
visits' exact amounts are added, then rounded once. Travel is not paid, as the sources describe.
Where terms change inside a week, each part has its line, and the parts add back to that rounding.
"""

from whatmatters.rules.commissioning import EvidenceKind
from whatmatters.rules.commissioning_models.time_and_task.evidence import (
    Evidence,
    Visit,
    check_evidence,
)
from whatmatters.rules.commissioning_models.time_and_task.evidence_reading import read_evidence
from whatmatters.rules.commissioning_models.time_and_task.incentive import (
    income_changes,
    one_more_hour,
)
from whatmatters.rules.commissioning_models.time_and_task.statement import WEEK, assess
from whatmatters.rules.commissioning_models.time_and_task.terms import Terms, check, read_terms
from whatmatters.rules.commissioning_models.time_and_task.visit_pay import (
    Outcome,
    paid_minutes,
    visit_amount,
)

name = "time_and_task"
reads = frozenset({EvidenceKind.VISIT_MINUTES, EvidenceKind.PERIOD})

__all__ = [
    "WEEK",
    "Evidence",
    "Outcome",
    "Terms",
    "Visit",
    "assess",
    "check",
    "check_evidence",
    "income_changes",
    "name",
    "one_more_hour",
    "paid_minutes",
    "read_evidence",
    "read_terms",
    "reads",
    "visit_amount",
]
