"""`short_term`: Stabilise and Make Safe in Trafford, Support at Home (R-TR, R-RC).

An episode of a few weeks whose clock can be extended once and never twice, free to the person. Its
price is spread over its days; a part of the pay depends on how things stood at the follow-up."""

from whatmatters.rules.commissioning import EvidenceKind
from whatmatters.rules.commissioning_models.short_term.evidence import (
    Evidence,
    check_evidence,
    read_evidence,
)
from whatmatters.rules.commissioning_models.short_term.incentive import (
    income_changes,
    one_more_hour,
)
from whatmatters.rules.commissioning_models.short_term.statement import INSTALMENT, QUALITY, assess
from whatmatters.rules.commissioning_models.short_term.terms import (
    EndState,
    Terms,
    as_it_ran,
    check,
    read_terms,
)

name = "short_term"
reads = frozenset({EvidenceKind.PERIOD, EvidenceKind.END_STATE})

__all__ = [
    "INSTALMENT",
    "QUALITY",
    "EndState",
    "Evidence",
    "Terms",
    "as_it_ran",
    "assess",
    "check",
    "check_evidence",
    "income_changes",
    "name",
    "one_more_hour",
    "read_evidence",
    "read_terms",
    "reads",
]
