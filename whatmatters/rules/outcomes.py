"""Codes of the case: what an outcome is, who delivers, who answers, and how."""

from enum import StrEnum


class Party(StrEnum):
    """The three who agree and judge (R-WI-05, R-WI-09)."""

    PERSON = "person"
    PROVIDER = "provider"
    COUNCIL = "council"


class OutcomeKind(StrEnum):
    """Getting better at something, or keeping it (R-WI)."""

    IMPROVEMENT = "improvement"
    MAINTENANCE = "maintenance"


class Category(StrEnum):
    """What part of life an outcome is about; `other` says so: no fit is forced (R-AV-01)."""

    DAILY_LIFE = "daily_life"
    HOME = "home"
    FOOD = "food"
    MOVING = "moving"
    HEALTH = "health"
    PEOPLE = "people"
    COMMUNITY = "community"
    MONEY = "money"
    CARING = "caring"
    SAFETY = "safety"
    OTHER = "other"


class Deliverer(StrEnum):
    """Who does a line of a plan (R-WI-04); the order is the support sequence (R-SS-01)."""

    SELF = "self"
    TECHNOLOGY = "technology"
    FAMILY = "family"
    THIRD_SECTOR = "third_sector"
    SUBCONTRACTOR = "subcontractor"
    PROVIDER = "provider"


class Band(StrEnum):
    """Rate bands of an hour in a plan's price."""

    STANDARD = "standard"
    SPECIALIST = "specialist"


class Answer(StrEnum):
    """What a party says to a proposed plan."""

    AGREED = "agreed"
    AMENDMENT = "amendment_requested"
    DECLINED = "declined"


class Achievement(StrEnum):
    """What a party says of an outcome; `no_answer` counts neither way."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT_ACHIEVED = "not_achieved"
    NO_ANSWER = "no_answer"


class Cause(StrEnum):
    """Why an outcome was not wholly achieved."""

    PROVIDER = "provider"
    CIRCUMSTANCES = "circumstances"
    PERSON = "person"


class ExceptionReason(StrEnum):
    """Why the provider says that the plan cannot go on as agreed (R-WI-11)."""

    HEALTH_WORSE = "health_worse"
    HEALTH_BETTER = "health_better"
    HOSPITAL = "hospital"
    HOME_CHANGED = "home_changed"
    CARER_CHANGED = "carer_changed"
    PERSON_CHANGED_MIND = "person_changed_mind"
    OTHER = "other"


class Route(StrEnum):
    """Two routes of equal value after the initial support (R-WI-14)."""

    PROVIDER_PLAN = "provider_plan"
    DIRECT_PAYMENT = "direct_payment"


class WayInStep(StrEnum):
    """Steps from request to start, each with an owner and a day (R-TT-03, R-GW-15)."""

    REQUESTED = "requested"
    CONVERSATION = "conversation"
    ELIGIBILITY = "eligibility"
    ROUTED = "routed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    HANDED_OFF = "handed_off"
    PLAN_PROPOSED = "plan_proposed"
    AGREED = "agreed"
    STARTED = "started"
    WITHDRAWN = "withdrawn"


class DeclineReason(StrEnum):
    """Why a provider could not take someone on (R-LE-15)."""

    NO_CAPACITY = "no_capacity"
    TOO_FAR = "too_far"
    SKILLS = "skills"
    LANGUAGE = "language"
    OTHER = "other"


class EndReason(StrEnum):
    """Why a plan, agreement or package ended."""

    REVIEWED = "reviewed"
    EXCEPTION = "exception"
    DIED = "died"
    MOVED = "moved"
    DIRECT_PAYMENT = "direct_payment"
    REPLACED = "replaced"
    NO_LONGER_NEEDED = "no_longer_needed"


class Satisfaction(StrEnum):
    """How the person feels about the support, apart from what was achieved (R-WI-19)."""

    VERY_SATISFIED = "very_satisfied"
    SATISFIED = "satisfied"
    NEITHER = "neither"
    DISSATISFIED = "dissatisfied"
    VERY_DISSATISFIED = "very_dissatisfied"


UNHAPPY = frozenset({Satisfaction.DISSATISFIED, Satisfaction.VERY_DISSATISFIED})


class DemandKind(StrEnum):
    """What was asked for, in whose view (R-VM-02)."""

    VALUE = "value"
    FAILURE = "failure"
    UNSURE = "unsure"
