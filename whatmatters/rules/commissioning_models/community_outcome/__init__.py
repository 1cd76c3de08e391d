"""`community_outcome`: service-level results, such as social impact bonds (R-CO).

Pays the best step that was reached, and only where the interval of the difference from the
baseline excludes no change in the agreed direction. Otherwise one line of 0 says why. Where groups
of people were agreed, both are adjusted to the people of the baseline.
"""

from whatmatters.rules.commissioning import EvidenceKind
from whatmatters.rules.commissioning_models.community_outcome.adjusted import Adjusted, adjusted
from whatmatters.rules.commissioning_models.community_outcome.difference import (
    Difference,
    difference,
    least_at_best,
    least_people,
)
from whatmatters.rules.commissioning_models.community_outcome.evidence import (
    Evidence,
    GroupCount,
    check_evidence,
    read_evidence,
)
from whatmatters.rules.commissioning_models.community_outcome.incentive import (
    income_changes,
    one_more_hour,
)
from whatmatters.rules.commissioning_models.community_outcome.statement import (
    NO_STEP,
    NOT_COUNTED,
    RESULT,
    TOO_FEW,
    assess,
    decide,
    reached,
)
from whatmatters.rules.commissioning_models.community_outcome.terms import (
    Baseline,
    Direction,
    Group,
    Step,
    Terms,
    check,
    read_terms,
)

name = "community_outcome"
reads = frozenset({EvidenceKind.POPULATION_COUNTS})

__all__ = [
    "NOT_COUNTED",
    "NO_STEP",
    "RESULT",
    "TOO_FEW",
    "Adjusted",
    "Baseline",
    "Difference",
    "Direction",
    "Evidence",
    "Group",
    "GroupCount",
    "Step",
    "Terms",
    "adjusted",
    "assess",
    "check",
    "check_evidence",
    "decide",
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
