"""Verbs of trust: what is shared, taken back and kept between a few."""

from whatmatters.trust.services.addresses import guard_address, quote_address
from whatmatters.trust.services.between_us import keep_between_us
from whatmatters.trust.services.consents import Sharing, share, stop_sharing
from whatmatters.trust.services.deciders import appoint, stop_deciding
from whatmatters.trust.services.letting_in import LetIn, let_in, shut_out
from whatmatters.trust.services.openings import open_in_emergency, review_opening
from whatmatters.trust.services.refusals import (
    AccountJoined,
    AccountNotHers,
    AccountYourOwn,
    AlreadyLetIn,
    AlreadyReviewed,
    HasAccount,
    NoAccountByThatName,
    NobodyByThatName,
    NotForOrganisations,
    NotLetIn,
    NotYoursToAppoint,
    NotYoursToLetIn,
    NotYoursToOpen,
    NotYoursToReview,
    NotYoursToShare,
    OutsideAuthority,
    VoiceNotTheirs,
)

__all__ = [
    "AccountJoined",
    "AccountNotHers",
    "AccountYourOwn",
    "AlreadyLetIn",
    "AlreadyReviewed",
    "HasAccount",
    "LetIn",
    "NoAccountByThatName",
    "NobodyByThatName",
    "NotForOrganisations",
    "NotLetIn",
    "NotYoursToAppoint",
    "NotYoursToLetIn",
    "NotYoursToOpen",
    "NotYoursToReview",
    "NotYoursToShare",
    "OutsideAuthority",
    "Sharing",
    "VoiceNotTheirs",
    "appoint",
    "guard_address",
    "keep_between_us",
    "let_in",
    "open_in_emergency",
    "quote_address",
    "review_opening",
    "share",
    "shut_out",
    "stop_deciding",
    "stop_sharing",
]
