"""Verbs of the case."""

from whatmatters.commissioning.queries.refusals import ContractNotInForce
from whatmatters.outcomes.services.agreeing import (
    PlanNotProposed,
    PriceMoved,
    answer_plan,
    answer_plans,
    propose_plans,
)
from whatmatters.outcomes.services.asking import AskedFor, ask_for_support, decide_on_request
from whatmatters.outcomes.services.beside import record_family_view, record_satisfaction
from whatmatters.outcomes.services.closing import (
    Closing,
    NoReasonToClose,
    NotYoursToClose,
    close_case,
    close_cases,
)
from whatmatters.outcomes.services.concluding import (
    OutcomesNotJudged,
    ReviewConcluded,
    conclude_review,
    conclude_reviews,
)
from whatmatters.outcomes.services.conversations import (
    NewConversation,
    StrengthsFirst,
    hold_conversations,
)
from whatmatters.outcomes.services.demands import NewDemand, judge_demand, log_demands
from whatmatters.outcomes.services.drafting import (
    OutcomeNotOfPerson,
    OutcomeNotPayable,
)
from whatmatters.outcomes.services.due import open_due_judgements
from whatmatters.outcomes.services.eligibility import Decided, EligibilityGiven, decide_eligibility
from whatmatters.outcomes.services.ending import end_versions
from whatmatters.outcomes.services.event_given import NoteGiven, SmallChangeMade
from whatmatters.outcomes.services.events import (
    make_small_change,
    make_small_changes,
    write_note,
    write_notes,
)
from whatmatters.outcomes.services.exception_answers import (
    ExceptionAnswer,
    RepriceBeforeException,
    answer_exception,
    answer_exceptions,
)
from whatmatters.outcomes.services.exception_given import (
    ExceptionAfterPlanEnd,
    ExceptionGiven,
    OutcomeNotInPlan,
)
from whatmatters.outcomes.services.exceptions import raise_exception, raise_exceptions
from whatmatters.outcomes.services.finding_refusals import (
    AlreadyFound,
    FindingNeedsCause,
    FindingNeedsReason,
    FindingNeedsShare,
    JudgementSealed,
)
from whatmatters.outcomes.services.findings import FindingGiven, record_findings
from whatmatters.outcomes.services.gaps import GapNoted, note_gaps
from whatmatters.outcomes.services.judging import AnswerGiven, answer_judgement
from whatmatters.outcomes.services.judging_refusals import (
    AnswerAlreadyGiven,
    JudgementNotOpen,
    OutcomeNotJudged,
    TimeToAnswerIsUp,
)
from whatmatters.outcomes.services.living import PersonHasDied, check_living
from whatmatters.outcomes.services.new_outcome import (
    NewOutcome,
    OutcomeOfAnother,
    TestMissing,
    WeeksMissing,
)
from whatmatters.outcomes.services.opening import open_judgement, open_judgements
from whatmatters.outcomes.services.opening_refusals import (
    JudgementAlreadyOpen,
    JudgementTooEarly,
    TimeToAnswerTooShort,
)
from whatmatters.outcomes.services.outcome_moves import OutcomeMoved, move_outcomes
from whatmatters.outcomes.services.outcomes import replace_outcome, retire_outcome, set_outcomes
from whatmatters.outcomes.services.overlap_refusals import PlansOverlap, VersionStartsTooEarly
from whatmatters.outcomes.services.payable import (
    AlreadyPayable,
    PayableBecause,
    PayableNeedsBothReasons,
    make_payable,
)
from whatmatters.outcomes.services.plan_answers import AlreadyAnswered, PlanAnswerGiven
from whatmatters.outcomes.services.plan_state_refusals import (
    DraftChangedMeanwhile,
    PlanAlreadyAgreed,
    PlanNotADraft,
    VersionAlreadyOpen,
)
from whatmatters.outcomes.services.plans import (
    NewPlan,
    draft_plan,
    draft_plans,
    redraft,
    save_draft,
)
from whatmatters.outcomes.services.progress import (
    NewNote,
    OffTrackDatedBack,
    OutcomeNotActive,
    note_progress,
    record_off_track,
)
from whatmatters.outcomes.services.route_refusals import (
    ChosenBeforeAdvised,
    RouteAlreadyChosen,
    RoutesAlreadyOffered,
    RoutesTooEarly,
)
from whatmatters.outcomes.services.routes import choose_route, offer_routes
from whatmatters.outcomes.services.statement_given import (
    NewStatement,
    ProxyNotNamed,
    Said,
    StatementAlreadyCorrected,
)
from whatmatters.outcomes.services.statements import add_statements, correct_statement
from whatmatters.outcomes.services.unmatched_needs import UnmatchedGiven, record_unmatched
from whatmatters.outcomes.services.urgent import AlreadyStartedUrgently, start_urgently
from whatmatters.outcomes.services.version_rows import Drafted
from whatmatters.outcomes.services.voices import VoiceRefused, Voices, voices_for
from whatmatters.outcomes.services.way_in import refer, route_referrals, take_steps
from whatmatters.outcomes.services.way_in_given import (
    DeclineNeedsReason,
    NewReferral,
    NoLeadProvider,
    NoPatch,
    StepTaken,
)
from whatmatters.outcomes.services.withdrawing import withdraw_plan
from whatmatters.outcomes.services.writers import NotYoursToWrite

__all__ = [
    "AlreadyAnswered",
    "AlreadyFound",
    "AlreadyPayable",
    "AlreadyStartedUrgently",
    "AnswerAlreadyGiven",
    "AnswerGiven",
    "AskedFor",
    "ChosenBeforeAdvised",
    "Closing",
    "ContractNotInForce",
    "Decided",
    "DeclineNeedsReason",
    "DraftChangedMeanwhile",
    "Drafted",
    "EligibilityGiven",
    "ExceptionAfterPlanEnd",
    "ExceptionAnswer",
    "ExceptionGiven",
    "FindingGiven",
    "FindingNeedsCause",
    "FindingNeedsReason",
    "FindingNeedsShare",
    "GapNoted",
    "JudgementAlreadyOpen",
    "JudgementNotOpen",
    "JudgementSealed",
    "JudgementTooEarly",
    "NewConversation",
    "NewDemand",
    "NewNote",
    "NewOutcome",
    "NewPlan",
    "NewReferral",
    "NewStatement",
    "NoLeadProvider",
    "NoPatch",
    "NoReasonToClose",
    "NotYoursToClose",
    "NotYoursToWrite",
    "NoteGiven",
    "OffTrackDatedBack",
    "OutcomeMoved",
    "OutcomeNotActive",
    "OutcomeNotInPlan",
    "OutcomeNotJudged",
    "OutcomeNotOfPerson",
    "OutcomeNotPayable",
    "OutcomeOfAnother",
    "OutcomesNotJudged",
    "PayableBecause",
    "PayableNeedsBothReasons",
    "PersonHasDied",
    "PlanAlreadyAgreed",
    "PlanAnswerGiven",
    "PlanNotADraft",
    "PlanNotProposed",
    "PlansOverlap",
    "PriceMoved",
    "ProxyNotNamed",
    "RepriceBeforeException",
    "ReviewConcluded",
    "RouteAlreadyChosen",
    "RoutesAlreadyOffered",
    "RoutesTooEarly",
    "Said",
    "SmallChangeMade",
    "StatementAlreadyCorrected",
    "StepTaken",
    "StrengthsFirst",
    "TestMissing",
    "TimeToAnswerIsUp",
    "TimeToAnswerTooShort",
    "UnmatchedGiven",
    "VersionAlreadyOpen",
    "VersionStartsTooEarly",
    "VoiceRefused",
    "Voices",
    "WeeksMissing",
    "add_statements",
    "answer_exception",
    "answer_exceptions",
    "answer_judgement",
    "answer_plan",
    "answer_plans",
    "ask_for_support",
    "check_living",
    "choose_route",
    "close_case",
    "close_cases",
    "conclude_review",
    "conclude_reviews",
    "correct_statement",
    "decide_eligibility",
    "decide_on_request",
    "draft_plan",
    "draft_plans",
    "end_versions",
    "hold_conversations",
    "judge_demand",
    "log_demands",
    "make_payable",
    "make_small_change",
    "make_small_changes",
    "move_outcomes",
    "note_gaps",
    "note_progress",
    "offer_routes",
    "open_due_judgements",
    "open_judgement",
    "open_judgements",
    "propose_plans",
    "raise_exception",
    "raise_exceptions",
    "record_family_view",
    "record_findings",
    "record_off_track",
    "record_satisfaction",
    "record_unmatched",
    "redraft",
    "refer",
    "replace_outcome",
    "retire_outcome",
    "route_referrals",
    "save_draft",
    "set_outcomes",
    "start_urgently",
    "take_steps",
    "voices_for",
    "withdraw_plan",
    "write_note",
    "write_notes",
]
