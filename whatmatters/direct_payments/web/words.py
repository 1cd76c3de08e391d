"""What the codes of direct payments are called, and what they refuse, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.rules.direct_payments import OwedFor, RecordKind
from whatmatters.rules.refusals import Refusal

Words = str | Promise

KINDS: Mapping[RecordKind, Words] = {
    RecordKind.SPENT: _("It was spent"),
    RecordKind.OWED: _("It is owed, and has to be kept for later"),
}
OWED: Mapping[OwedFor, Words] = {
    OwedFor.HOLIDAY_PAY: _("An assistant’s holiday pay"),
    OwedFor.REDUNDANCY: _("An assistant’s redundancy pay"),
    OwedFor.TAX: _("Tax and national insurance"),
    OwedFor.OTHER: _("Something else"),
}
REFUSED: Mapping[str, Words] = {
    "not_for_direct_payments": _("This contract is not for direct payments."),
    "route_not_direct": _("Advice comes first, and then the person’s own choice of this way."),
    "plan_runs_on": _(
        "The plan that it takes the place of is still paid on that day. Conclude its review first."
    ),
    "nothing_to_pay": _("The plan that it takes the place of has no value that could be paid."),
    "direct_runs": _("A direct payment from %(starts)s runs already. End it first."),
    "outside_scheme": _("The contract does not hold on that day."),
    "before_choice": _("It was chosen on %(chosen_on)s, and cannot begin before."),
    "direct_over": _("It has its last day already: %(ends)s."),
    "outside_direct": _("Choose a day from %(starts)s on."),
    "amount_impossible": _("Write an amount that can be kept, above nothing where it was spent."),
    "owed_for_what": _("Say what it is owed for; of what was spent, leave this empty."),
    "not_one_of_hers": _("Choose one of the person’s own outcomes."),
    "struck_already": _("This line was struck out already."),
    "look_too_near": _(
        "The account was looked at on %(other)s. Two looks are at least %(weeks)s weeks apart."
    ),
    "not_her_own_account": _("Somebody else has this money, and pays workers themselves."),
    "not_for_introductions": _("This contract is no platform’s."),
    "introduction_over": _("It has its last day already: %(ends)s."),
    "outside_introduction": _("This worker is not paid on %(on)s."),
    "minutes_impossible": _("A day has between 1 and 1440 minutes."),
    "bought_already": _(
        "Hours of %(on)s were told already: %(minutes)s minutes. Put that day right in the list."
    ),
    "bought_changed": _(
        "Somebody put %(on)s right after you opened it. Open it again from the list."
    ),
    "look_not_yet": _("Days after the end are paid until %(last)s. The last look comes after it."),
}
BESIDE: Mapping[str, str] = {
    "not_for_direct_payments": "contract",
    "route_not_direct": "route",
    "direct_runs": "starts",
    "outside_scheme": "starts",
    "before_choice": "starts",
    "direct_over": "on",
    "look_too_near": "on",
    "look_not_yet": "on",
    "day_not_reached": "on",
    "introduction_over": "on",
    "outside_introduction": "on",
    "bought_already": "on",
    "struck_already": "line",
}


def direct_refused(refusal: Refusal) -> str:
    """One sentence in the reader's language."""
    return refusal_words(refusal, REFUSED)
