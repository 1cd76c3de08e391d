"""Which ways of paying the records can feed: an agreement under another would never be paid.

A run gathers evidence for all ten; an eleventh follows as its records are built.
"""

PAID_FROM_RECORDS = frozenset(
    {
        "time_and_task",
        "outcome_payments",
        "bundled_hours",
        "patch_block",
        "individual_service_fund",
        "direct_payment",
        "short_term",
        "shift_split",
        "community_outcome",
        "introductory_agency",
    }
)
# Ways that pay for one thing alone, by what a run gathers for them: anything else signed under such
# a contract (somebody's own plan, say) would never be paid.
SOURCES = {
    "shift_split": "shifts",
    "community_outcome": "results",
    "introductory_agency": "introduction",
}
# Paid before the days that it is for: a run pays the period after its own.
PAID_AHEAD = frozenset({"direct_payment"})
