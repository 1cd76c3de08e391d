"""Questions about results that are paid."""

from whatmatters.results.queries.counts import Counted, Said, counted, ever_told, one_count
from whatmatters.results.queries.evidence import ResultSeen, results_changed, results_seen
from whatmatters.results.queries.schemes import SchemeFacts, schemes

__all__ = [
    "Counted",
    "ResultSeen",
    "Said",
    "SchemeFacts",
    "counted",
    "ever_told",
    "one_count",
    "results_changed",
    "results_seen",
    "schemes",
]
