"""Questions about the case. They never write."""

from whatmatters.outcomes.queries.agreeing import PlanAnswerFacts, answers, waiting_for
from whatmatters.outcomes.queries.bounces import BounceFacts, bounces
from whatmatters.outcomes.queries.comparing import compare_versions
from whatmatters.outcomes.queries.comparison import (
    Changed,
    LinePair,
    OutcomePair,
    VersionComparison,
)
from whatmatters.outcomes.queries.conversations import (
    ConversationFacts,
    StatementFacts,
    conversations,
)
from whatmatters.outcomes.queries.demands import DemandFacts, demand_log
from whatmatters.outcomes.queries.disagreements import Disagreement, disagreements
from whatmatters.outcomes.queries.due import overdue_reviews, plans_expiring
from whatmatters.outcomes.queries.due_facts import OverdueReview, PlanDue
from whatmatters.outcomes.queries.eligibility import EligibilityFacts, eligibility_of
from whatmatters.outcomes.queries.events import SmallChangeFacts, small_changes, small_changes_told
from whatmatters.outcomes.queries.evidence import judged_since, judgement_evidence
from whatmatters.outcomes.queries.exception_facts import ExceptionFacts, ReplanDue
from whatmatters.outcomes.queries.exceptions import (
    exception_of,
    exceptions,
    exceptions_waiting,
    plans_to_replan,
)
from whatmatters.outcomes.queries.findings import FindingFacts, findings
from whatmatters.outcomes.queries.gaps import (
    AreaGap,
    GapFacts,
    Unmatched,
    gaps_by_area,
    gaps_of_plan,
    unmatched_needs,
)
from whatmatters.outcomes.queries.judgement_facts import JudgedOutcome, JudgementFacts
from whatmatters.outcomes.queries.judgement_views import (
    Answered,
    AnswerShown,
    FamilyViewShown,
    FindingShown,
    JudgementOpen,
    JudgementView,
    OutcomeJudged,
    SatisfactionShown,
)
from whatmatters.outcomes.queries.judging import (
    judgement,
    judgement_of_version,
    judgements_of,
    judgements_open,
)
from whatmatters.outcomes.queries.outcome_views import MoveFacts, OutcomeFacts, PayableFacts
from whatmatters.outcomes.queries.outcomes import (
    off_track_days,
    outcome_facts,
    outcome_moves,
    outcomes_of,
)
from whatmatters.outcomes.queries.path_facts import PathFacts, StepFacts
from whatmatters.outcomes.queries.plans import (
    PlanFacts,
    VersionFacts,
    agreed_on_day,
    plan_facts,
    version,
    version_facts,
    versions_in_state,
    versions_of_person,
    versions_of_plan,
)
from whatmatters.outcomes.queries.progress import NoteFacts, OffTrackFacts, notes_of, off_track_of
from whatmatters.outcomes.queries.results import (
    OutcomeResult,
    SatisfactionFacts,
    judged_outcomes,
    satisfactions,
)
from whatmatters.outcomes.queries.routes import RouteOffer, route_offers
from whatmatters.outcomes.queries.static import StaticPlan, static_plans
from whatmatters.outcomes.queries.timeline import TimelineItem, timeline
from whatmatters.outcomes.queries.version_views import LineFacts, PlanOutcomeFacts, VersionContent
from whatmatters.outcomes.queries.versions import shown_lines, version_content
from whatmatters.outcomes.queries.way_in import declines, paths, referrals_of, start_days, waiting

__all__ = [
    "AnswerShown",
    "Answered",
    "AreaGap",
    "BounceFacts",
    "Changed",
    "ConversationFacts",
    "DemandFacts",
    "Disagreement",
    "EligibilityFacts",
    "ExceptionFacts",
    "FamilyViewShown",
    "FindingFacts",
    "FindingShown",
    "GapFacts",
    "JudgedOutcome",
    "JudgementFacts",
    "JudgementOpen",
    "JudgementView",
    "LineFacts",
    "LinePair",
    "MoveFacts",
    "NoteFacts",
    "OffTrackFacts",
    "OutcomeFacts",
    "OutcomeJudged",
    "OutcomePair",
    "OutcomeResult",
    "OverdueReview",
    "PathFacts",
    "PayableFacts",
    "PlanAnswerFacts",
    "PlanDue",
    "PlanFacts",
    "PlanOutcomeFacts",
    "ReplanDue",
    "RouteOffer",
    "SatisfactionFacts",
    "SatisfactionShown",
    "SmallChangeFacts",
    "StatementFacts",
    "StaticPlan",
    "StepFacts",
    "TimelineItem",
    "Unmatched",
    "VersionComparison",
    "VersionContent",
    "VersionFacts",
    "agreed_on_day",
    "answers",
    "bounces",
    "compare_versions",
    "conversations",
    "declines",
    "demand_log",
    "disagreements",
    "eligibility_of",
    "exception_of",
    "exceptions",
    "exceptions_waiting",
    "findings",
    "gaps_by_area",
    "gaps_of_plan",
    "judged_outcomes",
    "judged_since",
    "judgement",
    "judgement_evidence",
    "judgement_of_version",
    "judgements_of",
    "judgements_open",
    "notes_of",
    "off_track_days",
    "off_track_of",
    "outcome_facts",
    "outcome_moves",
    "outcomes_of",
    "overdue_reviews",
    "paths",
    "plan_facts",
    "plans_expiring",
    "plans_to_replan",
    "referrals_of",
    "route_offers",
    "satisfactions",
    "shown_lines",
    "small_changes",
    "small_changes_told",
    "start_days",
    "static_plans",
    "timeline",
    "unmatched_needs",
    "version",
    "version_content",
    "version_facts",
    "versions_in_state",
    "versions_of_person",
    "versions_of_plan",
    "waiting",
    "waiting_for",
]
