"""Verbs of trust: what is shared, taken back and kept between a few."""

from whatmatters.trust.services.between_us import keep_between_us
from whatmatters.trust.services.consents import Sharing, share, stop_sharing
from whatmatters.trust.services.refusals import (
    NotForOrganisations,
    NotLetIn,
    NotYoursToShare,
    OutsideAuthority,
    VoiceNotTheirs,
)

__all__ = [
    "NotForOrganisations",
    "NotLetIn",
    "NotYoursToShare",
    "OutsideAuthority",
    "Sharing",
    "VoiceNotTheirs",
    "keep_between_us",
    "share",
    "stop_sharing",
]
