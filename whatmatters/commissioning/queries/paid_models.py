"""Which ways of paying the records can feed: an agreement under another would never be paid.

All ten can be assessed from a case file. A run gathers evidence for these; the others follow as
their records (shifts, results of a population) are built.
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
    }
)
# Paid before the days that it is for: a run pays the period after its own.
PAID_AHEAD = frozenset({"direct_payment"})
