"""`bundled_hours`: Vale of Glamorgan, Your Choice (R-VG).

Hours bundled for a review period of 13 weeks, no timetable. Paid evenly on account every four
weeks; at the review, use within the tolerance is left alone, under it the part under the band goes
back, over it only what was agreed beforehand is paid. Banked hours that expire go back too.
"""

from whatmatters.rules.commissioning import EvidenceKind
from whatmatters.rules.commissioning_models.bundled_hours.bank import (
    BankReview,
    Movement,
    MovementKind,
    OfferAnswer,
    bank_reviews,
    under_used,
)
from whatmatters.rules.commissioning_models.bundled_hours.evidence import (
    Evidence,
    Review,
    bank_cap,
    check_evidence,
    read_evidence,
)
from whatmatters.rules.commissioning_models.bundled_hours.incentive import (
    income_changes,
    one_more_hour,
)
from whatmatters.rules.commissioning_models.bundled_hours.review_periods import (
    ReviewPeriod,
    review_periods,
    until,
)
from whatmatters.rules.commissioning_models.bundled_hours.statement import (
    ABOVE,
    BELOW,
    EXPIRED,
    ON_ACCOUNT,
    assess,
)
from whatmatters.rules.commissioning_models.bundled_hours.terms import (
    Below,
    Terms,
    check,
    read_terms,
)

name = "bundled_hours"
reads = frozenset({EvidenceKind.PERIOD, EvidenceKind.BUNDLE_REVIEW})

__all__ = [
    "ABOVE",
    "BELOW",
    "EXPIRED",
    "ON_ACCOUNT",
    "BankReview",
    "Below",
    "Evidence",
    "Movement",
    "MovementKind",
    "OfferAnswer",
    "Review",
    "ReviewPeriod",
    "Terms",
    "assess",
    "bank_cap",
    "bank_reviews",
    "check",
    "check_evidence",
    "income_changes",
    "name",
    "one_more_hour",
    "read_evidence",
    "read_terms",
    "reads",
    "review_periods",
    "under_used",
    "until",
]
