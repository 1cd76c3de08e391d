"""`shift_split`: the Leeds alliance (R-LE).

The provider is paid for whole shifts, rostered and worked. Each shift's cost is then divided
between adult social care and the NHS; contact minutes divide it, and never change it (R-NX-08).
"""

from whatmatters.rules.commissioning import EvidenceKind
from whatmatters.rules.commissioning_models.shift_split.evidence import (
    Evidence,
    Shift,
    check_evidence,
    read_evidence,
)
from whatmatters.rules.commissioning_models.shift_split.incentive import (
    income_changes,
    one_more_hour,
)
from whatmatters.rules.commissioning_models.shift_split.methods import nhs_parts
from whatmatters.rules.commissioning_models.shift_split.side_by_side import (
    Divided,
    as_paid,
    by_every_method,
    divided,
    leaned,
)
from whatmatters.rules.commissioning_models.shift_split.statement import SHIFT, assess, shift_cost
from whatmatters.rules.commissioning_models.shift_split.terms import (
    Method,
    Terms,
    check,
    read_terms,
)

name = "shift_split"
reads = frozenset({EvidenceKind.SHIFTS})

__all__ = [
    "SHIFT",
    "Divided",
    "Evidence",
    "Method",
    "Shift",
    "Terms",
    "as_paid",
    "assess",
    "by_every_method",
    "check",
    "check_evidence",
    "divided",
    "income_changes",
    "leaned",
    "name",
    "nhs_parts",
    "one_more_hour",
    "read_evidence",
    "read_terms",
    "reads",
    "shift_cost",
]
