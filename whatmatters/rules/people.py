"""Codes about who someone is and who speaks for them."""

from enum import StrEnum


class Language(StrEnum):
    """The language in which something was said or should be said."""

    ENGLISH = "en"
    WELSH = "cy"
    OTHER = "other"


class LinkKind(StrEnum):
    """How a user who signs in stands to the person."""

    SELF = "self"
    FAMILY = "family"
    UNPAID_CARER = "unpaid_carer"


class Authority(StrEnum):
    """By what authority somebody decides with or for a person."""

    OWN = "own"
    SUPPORTED = "supported"
    ATTORNEY = "attorney"
    DEPUTY = "deputy"
    BEST_INTERESTS = "best_interests"
    URGENT_DUTY = "urgent_duty"


class Covers(StrEnum):
    """What a recorded authority covers: the two kinds of attorney and deputy, or both."""

    HEALTH_AND_WELFARE = "health_and_welfare"
    PROPERTY_AND_AFFAIRS = "property_and_affairs"
    BOTH = "both"


class Speaker(StrEnum):
    """Whose voice words are, and how they were come by."""

    OWN_WORDS = "own_words"
    SUPPORTED = "supported"
    OBSERVED = "observed"
    PROXY = "proxy"
