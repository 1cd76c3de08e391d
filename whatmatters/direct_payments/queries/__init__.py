"""Questions about direct payments."""

from whatmatters.direct_payments.queries.direct import (
    DirectFacts,
    DirectTerms,
    direct_facts,
    direct_of_person,
    direct_terms,
)
from whatmatters.direct_payments.queries.evidence import DirectSeen, direct_changed, direct_seen
from whatmatters.direct_payments.queries.record import LookTold, RecordTold, looks_of, record_of

__all__ = [
    "DirectFacts",
    "DirectSeen",
    "DirectTerms",
    "LookTold",
    "RecordTold",
    "direct_changed",
    "direct_facts",
    "direct_of_person",
    "direct_seen",
    "direct_terms",
    "looks_of",
    "record_of",
]
