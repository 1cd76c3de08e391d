"""What of a record is shared by consent, topic by topic, and how it was given (R-AC-03)."""

from enum import StrEnum

from whatmatters.rules.people import Authority, Covers
from whatmatters.rules.roles import OrganisationKind


class Topic(StrEnum):
    """A part of a person's record that she may share on its own."""

    PROFILE = "profile"
    CONVERSATIONS = "conversations"
    OUTCOMES = "outcomes"
    PLAN = "plan"
    VISITS = "visits"
    TIMELINE = "timeline"
    JUDGEMENTS = "judgements"
    MONEY = "money"
    CHARGES = "charges"


class ConsentHow(StrEnum):
    """How a consent was given: by her alone, by her with help, or by who decides for her."""

    OWN_WORDS = "own_words"
    SUPPORTED = "supported"
    DECIDER = "decider"


class KeptSubject(StrEnum):
    """What can be kept between the person and those who work with her."""

    STATEMENT = "statement"
    NOTE = "note"


class Reviewed(StrEnum):
    """What a review of an emergency opening found."""

    JUSTIFIED = "justified"
    NOT_JUSTIFIED = "not_justified"


# A plan and its money are another provider's, so no outside organisation sees them.
FOR_ORGANISATIONS = frozenset({Topic.PROFILE, Topic.CONVERSATIONS, Topic.OUTCOMES, Topic.TIMELINE})
# Who comes and when names another provider's workers: a nurse who comes as well has to know them.
FOR_HEALTH = FOR_ORGANISATIONS | {Topic.VISITS}
# Whoever mends a roof needs to know who she is and what helps her, and nothing of her days.
FOR_HOUSING = frozenset({Topic.PROFILE})
ABOUT_MONEY = frozenset({Topic.MONEY, Topic.CHARGES})


def topics_for(kind: OrganisationKind) -> frozenset[Topic]:
    """What of a record may be shared with an organisation of a kind."""
    if kind is OrganisationKind.HEALTH_BOARD:
        return FOR_HEALTH
    return FOR_HOUSING if kind is OrganisationKind.HOUSING else FOR_ORGANISATIONS


def covers_topic(authority: Authority, covers: Covers, topic: Topic) -> bool:
    """Whether who decides by this authority may share this topic.

    A decision in best interests is about care, never about money.
    """
    if authority is Authority.BEST_INTERESTS or covers is Covers.HEALTH_AND_WELFARE:
        return topic not in ABOUT_MONEY
    return covers is Covers.BOTH or topic in ABOUT_MONEY
