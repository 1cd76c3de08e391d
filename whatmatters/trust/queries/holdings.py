"""What of `trust` may be taken out."""

from whatmatters.records.holdings import Holding
from whatmatters.rules.permissions import Action
from whatmatters.trust.models import (
    AddressGuard,
    AddressGuardWords,
    AddressQuoted,
    AddressQuotedReason,
    BetweenUs,
    Consent,
    ConsentEnd,
    ConsentHelper,
    Opening,
    OpeningReason,
    OpeningReview,
    OpeningReviewWords,
)

HERS = ("person_id",)

HOLDINGS = (
    Holding(Consent, HERS, Action.SHARE_RECORD),
    Holding(ConsentHelper, ("consent__person_id",), Action.SHARE_RECORD),
    Holding(ConsentEnd, ("consent__person_id",), Action.SHARE_RECORD),
    Holding(BetweenUs, HERS, Action.SEE_BETWEEN_US),
    Holding(Opening, HERS, Action.SEE_LOOKS),
    Holding(OpeningReason, ("opening__person_id",), Action.SEE_LOOKS),
    Holding(OpeningReview, ("opening__person_id",), Action.SEE_LOOKS),
    Holding(OpeningReviewWords, ("review__opening__person_id",), Action.SEE_LOOKS),
    Holding(AddressGuard, HERS, Action.SEE_HIDDEN_ADDRESS),
    Holding(AddressGuardWords, ("guard__person_id",), Action.SEE_HIDDEN_ADDRESS),
    Holding(AddressQuoted, HERS, Action.SEE_HIDDEN_ADDRESS),
    Holding(AddressQuotedReason, ("quoted__person_id",), Action.SEE_HIDDEN_ADDRESS),
)
