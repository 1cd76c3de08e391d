"""What is remembered of the case, from the first conversation to the judgement."""

from whatmatters.outcomes.models.agreeing import PlanAnswer, UrgentStart
from whatmatters.outcomes.models.control import ControlAnswer, ControlWords
from whatmatters.outcomes.models.conversations import Conversation, Statement
from whatmatters.outcomes.models.events import (
    ExceptionMove,
    ExceptionRaised,
    SmallChange,
    TimelineNote,
    UnchangedAnswer,
    UnchangedWords,
)
from whatmatters.outcomes.models.gaps import Gap, UnmatchedNeed
from whatmatters.outcomes.models.judging import (
    FamilyView,
    Finding,
    Judgement,
    OutcomeAnswer,
    PersonSatisfaction,
    RouteChoice,
)
from whatmatters.outcomes.models.outcomes import (
    OffTrack,
    Outcome,
    OutcomeMove,
    PayableReason,
    ProgressNote,
)
from whatmatters.outcomes.models.plans import (
    LineServes,
    Plan,
    PlanLine,
    PlanMove,
    PlanOutcome,
    PlanVersion,
)
from whatmatters.outcomes.models.way_in import (
    Demand,
    EligibilityDecision,
    Referral,
    ReferralStep,
)

__all__ = [
    "ControlAnswer",
    "ControlWords",
    "Conversation",
    "Demand",
    "EligibilityDecision",
    "ExceptionMove",
    "ExceptionRaised",
    "FamilyView",
    "Finding",
    "Gap",
    "Judgement",
    "LineServes",
    "OffTrack",
    "Outcome",
    "OutcomeAnswer",
    "OutcomeMove",
    "PayableReason",
    "PersonSatisfaction",
    "Plan",
    "PlanAnswer",
    "PlanLine",
    "PlanMove",
    "PlanOutcome",
    "PlanVersion",
    "ProgressNote",
    "Referral",
    "ReferralStep",
    "RouteChoice",
    "SmallChange",
    "Statement",
    "TimelineNote",
    "UnchangedAnswer",
    "UnchangedWords",
    "UnmatchedNeed",
    "UrgentStart",
]
