"""Questions about direct payments."""

from whatmatters.direct_payments.queries.direct import (
    DirectFacts,
    DirectTerms,
    direct_facts,
    direct_of_person,
    direct_terms,
)
from whatmatters.direct_payments.queries.evidence import DirectSeen, direct_changed, direct_seen
from whatmatters.direct_payments.queries.introduced import (
    Bought,
    IntroductionFacts,
    bought,
    ever_bought,
    introduction_terms,
    introductions,
)
from whatmatters.direct_payments.queries.introduced_evidence import (
    BoughtSeen,
    bought_changed,
    bought_seen,
)
from whatmatters.direct_payments.queries.record import LookTold, RecordTold, looks_of, record_of

__all__ = [
    "Bought",
    "BoughtSeen",
    "DirectFacts",
    "DirectSeen",
    "DirectTerms",
    "IntroductionFacts",
    "LookTold",
    "RecordTold",
    "bought",
    "bought_changed",
    "bought_seen",
    "direct_changed",
    "direct_facts",
    "direct_of_person",
    "direct_seen",
    "direct_terms",
    "ever_bought",
    "introduction_terms",
    "introductions",
    "looks_of",
    "record_of",
]
