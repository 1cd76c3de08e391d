"""Every kind of event that a demonstration of the default size must show, or it has failed."""

from collections import Counter

REQUIRED = (
    "conversation",
    "proxy",
    "observed",
    "outcome",
    "eligibility",
    "routed",
    "declined",
    "handed_off",
    "plan",
    "bounce",
    "plan_declined",
    "agreed",
    "agreed_by_decider",
    "urgent_start",
    "started",
    "small_change",
    "progress_note",
    "off_track",
    "exception_early",
    "exception_late",
    "exception_accepted",
    "exception_not_accepted",
    "replan",
    "hospital_stay",
    "death",
    "moved_away",
    "outcome_retired",
    "outcome_replaced",
    "unmatched_need",
    "gap",
    "judgement_opened",
    "judgement_concluded",
    "review_late",
    "finding_differs",
    "satisfaction",
    "family_view",
    "penalty",
    "contest",
    "contest_upheld",
    "contest_withdrawn",
    "routes_offered",
    "direct_payment_chosen",
    "provider_plan_chosen",
    "legacy_package",
    "block_capacity",
    "bundle",
    "bundle_day",
    "bank_given",
    "bank_drawn",
    "package_to_plan",
    "visit",
    "late_visit",
    "close",
    "payment_file",
    "charging_arrangement",
    "charge_line",
    "contact_chosen",
    "letter_queued",
    "letter_posted",
    "letter_told",
    "message",
    "message_answered",
    "complaint",
    "complaint_acknowledged",
)


# What must have happened more than once.
LEAST = {"close": 7}


def missing(seen: Counter[str]) -> tuple[str, ...]:
    """Kinds that were not seen, or not as often as they must be."""
    return tuple(kind for kind in REQUIRED if seen[kind] < LEAST.get(kind, 1))
