"""Which ways of paying the records can feed: an agreement under another would never be paid.

All ten can be assessed from a case file. A run gathers evidence for these; the others follow as
their records (a platform's minutes) are built.
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
    }
)
# Ways that pay for one thing alone, by what a run gathers for them: anything else signed under such
# a contract (somebody's own plan, say) would never be paid.
SOURCES = {"shift_split": "shifts", "community_outcome": "results"}
# Paid before the days that it is for: a run pays the period after its own.
PAID_AHEAD = frozenset({"direct_payment"})
