"""Questions about what a person shares, with whom, and who has looked."""

from whatmatters.trust.queries.between_us import Kept, hidden_from, kept
from whatmatters.trust.queries.consents import ConsentFacts, consents_of
from whatmatters.trust.queries.openings import OpeningFacts, openings_of

__all__ = [
    "ConsentFacts",
    "Kept",
    "OpeningFacts",
    "consents_of",
    "hidden_from",
    "kept",
    "openings_of",
]
