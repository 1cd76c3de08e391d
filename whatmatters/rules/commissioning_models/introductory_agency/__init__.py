"""`introductory_agency`: SuperCarers (R-SC).

The person pays an hourly price; the platform takes its share, the worker gets the rest, and both
see both."""

from whatmatters.rules.commissioning import EvidenceKind
from whatmatters.rules.commissioning_models.introductory_agency.evidence import (
    Evidence,
    check_evidence,
    read_evidence,
)
from whatmatters.rules.commissioning_models.introductory_agency.incentive import (
    income_changes,
    one_more_hour,
)
from whatmatters.rules.commissioning_models.introductory_agency.statement import (
    PLATFORM,
    WORKER,
    assess,
)
from whatmatters.rules.commissioning_models.introductory_agency.terms import (
    Terms,
    check,
    read_terms,
)

name = "introductory_agency"
reads = frozenset({EvidenceKind.PLATFORM_MINUTES})

__all__ = [
    "PLATFORM",
    "WORKER",
    "Evidence",
    "Terms",
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
