"""`community_outcome`: service-level results, such as social impact bonds (R-CO).

Pays the best step that was reached, and only where the interval of the difference from the
baseline excludes no change in the agreed direction. Otherwise one line of 0 says why.
"""

from whatmatters.rules.commissioning import EvidenceKind
from whatmatters.rules.commissioning_models.community_outcome.difference import (
    Difference,
    difference,
    least_at_best,
    least_people,
)
from whatmatters.rules.commissioning_models.community_outcome.evidence import (
    Evidence,
    check_evidence,
    read_evidence,
)
from whatmatters.rules.commissioning_models.community_outcome.incentive import (
    income_changes,
    one_more_hour,
)
from whatmatters.rules.commissioning_models.community_outcome.statement import (
    NO_STEP,
    RESULT,
    TOO_FEW,
    assess,
    reached,
)
from whatmatters.rules.commissioning_models.community_outcome.terms import (
    Baseline,
    Direction,
    Step,
    Terms,
    check,
    read_terms,
)

name = "community_outcome"
reads = frozenset({EvidenceKind.POPULATION_COUNTS})

__all__ = [
    "NO_STEP",
    "RESULT",
    "TOO_FEW",
    "Baseline",
    "Difference",
    "Direction",
    "Evidence",
    "Step",
    "Terms",
    "assess",
    "check",
    "check_evidence",
    "difference",
    "income_changes",
    "least_at_best",
    "least_people",
    "name",
    "one_more_hour",
    "reached",
    "read_evidence",
    "read_terms",
    "reads",
]
