"""What the terms of a contract are called on its pages."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TERMS: Mapping[str, str | Promise] = {
    "tolerance": _("How far from a bundle is still as agreed, as a share"),
    "review_weeks": _("Weeks from one review to the next"),
    "below": _("What goes back when less was used than the band allows"),
    "bank_cap": _("The most that a bank holds, as a share of a bundle"),
    "confidence": _("How sure a result has to be, as a share"),
    "weekly_contribution": _("The person’s contribution, pounds a week"),
    "net": _("The person’s contribution is taken off before it is paid"),
    "start_up": _("Paid once at the start, in pounds"),
    "surplus_weeks": _("Weeks of money that may stand unspent"),
    "run_on_days": _("Days that are still paid after an early end, for notice"),
    "management_fee": _("Fee for managing it, as a share"),
    "carry_over_weeks": _("Weeks of money that are carried over"),
    "overdraft_pence": _("How far below zero it may go, in pence"),
    "platform_share": _("The agency’s share of what a worker is paid"),
    "ceiling": _("The most that is taken off a price, as a share"),
    "floor": _("The least that a missed outcome costs, as a share"),
    "base": _("What a penalty is a share of"),
    "grace_working_days": _("Working days to raise an exception without delay"),
    "collect": _("How a penalty is recovered"),
    "retention_share": _("Held back until the review, as a share"),
    "unrecorded_delay": _("How a failing that nobody raised counts, from 0 to 1"),
    "dissatisfaction_alone": _("A person’s dissatisfaction alone brings a penalty"),
    "weeks": _("Weeks that it lasts"),
    "extensions": _("How often it may be made longer"),
    "bank_holiday_multiplier": _("How many times the rate a bank holiday pays"),
    "tolerance_minutes": _("Minutes that a visit may be off and still be as planned"),
    "rounding_minutes": _("Minutes that a visit is rounded to"),
    "pay_late_cancellation": _("A visit that is cancelled late is paid"),
}
# Terms that are one of a few: what each answer is called.
CHOICES: Mapping[str, tuple[tuple[str, str | Promise], ...]] = {
    "below": (("part", _("Only what lies below the band")), ("whole", _("All that was not used"))),
    "base": (
        ("whole", _("The whole price")),
        ("payable", _("What serves the outcomes that count for payment")),
    ),
    "collect": (
        ("set_off", _("Taken off what is paid later")),
        ("retention", _("Out of a part that is held back until the review")),
        ("repayment", _("Paid back by the provider")),
    ),
}
