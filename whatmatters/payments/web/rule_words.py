"""What a rule of the ledger is called: a code says nothing to whoever checks a payment."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.frontend.way_words import WAY_NAMES

Words = str | Promise
INSTALMENT = gettext_lazy("instalment")
TOO_MUCH = gettext_lazy("too much stood in the account")
LEFT = gettext_lazy("what was left at the end")
SETTLEMENT = "settlement"
WHAT: Mapping[str, Words] = {
    "time_and_task.week": gettext_lazy("visits of a week"),
    "outcome_payments.instalment": INSTALMENT,
    "outcome_payments.overdue": gettext_lazy("days past the plan’s end"),
    "outcome_payments.retention_released": gettext_lazy("what was held back, released"),
    "outcome_payments.penalty": gettext_lazy("penalty"),
    "outcome_payments.dissatisfaction": gettext_lazy("penalty, the person being dissatisfied"),
    "bundled_hours.on_account": gettext_lazy("on account"),
    "bundled_hours.below": gettext_lazy("less was used than the band allows"),
    "bundled_hours.above": gettext_lazy("more was used, as agreed"),
    "bundled_hours.expired": gettext_lazy("banked minutes that ran out"),
    "patch_block.instalment": INSTALMENT,
    "patch_block.profit_returned": gettext_lazy("profit given back"),
    "individual_service_fund.instalment": INSTALMENT,
    "individual_service_fund.returned": TOO_MUCH,
    "individual_service_fund.ended": LEFT,
    "direct_payment.payment": gettext_lazy("payment in advance"),
    "direct_payment.start_up": gettext_lazy("a sum to begin with"),
    "direct_payment.surplus": TOO_MUCH,
    "direct_payment.ended": LEFT,
    "shift_split.shift": gettext_lazy("a shift"),
    "short_term.instalment": INSTALMENT,
    "short_term.quality": gettext_lazy("the part for how it ended"),
    "introductory_agency.worker": gettext_lazy("the worker’s part"),
    "introductory_agency.platform": gettext_lazy("the part of who brought them together"),
    "community_outcome.result": gettext_lazy("a result"),
    "community_outcome.no_step_reached": gettext_lazy("no step was reached"),
    "community_outcome.group_not_counted": gettext_lazy("nobody of a group was counted"),
    "community_outcome.too_few_to_tell": gettext_lazy("too few to tell"),
}


def rule_words(rule: str) -> str:
    """The way of paying and what it pays for; a rule that nobody has named is its own code."""
    if rule == SETTLEMENT:
        return _("Payment of what was owed")
    way = WAY_NAMES.get(rule.partition(".")[0])
    if way is None or rule not in WHAT:
        return rule
    return f"{way}: {WHAT[rule]}"
