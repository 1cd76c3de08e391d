"""What the codes of funds are called, and what funds refuse, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.rules.funds.agreed import Every
from whatmatters.rules.refusals import Refusal

Words = str | Promise

EVERY: Mapping[Every, Words] = {
    Every.ONCE: _("once"),
    Every.WEEK: _("every week"),
    Every.FOUR_WEEKS: _("every four weeks"),
}
REFUSED: Mapping[str, Words] = {
    "not_a_fund": _("This contract is not for individual service funds."),
    "budget_impossible": _("Write an amount above nothing that can be kept."),
    "fund_runs": _("A fund with this provider runs until %(until)s already."),
    "outside_contract": _("The contract does not hold for the fund’s whole year."),
    "outside_fund": _("Choose a day from %(starts)s to %(ends)s."),
    "fund_over": _("This fund has its last day already: %(ends)s."),
    "fund_closed": _("The account is closed: nothing moves in it any more."),
    "fund_not_over": _("The account is closed after the fund’s last day, %(ends)s."),
    "spent_after": _("Something was spent on %(last)s. The last day cannot lie before it."),
    "not_her_outcome": _("Choose one of the person’s own outcomes."),
    "word_not_said": _(
        "Say whose word it is: the person’s own, or that of somebody who decides for them."
    ),
    "not_her_decider": _("The one who is named does not decide for the person today."),
    "beyond_balance": _("There is not so much in the fund on that day: %(left)s is left."),
    "beyond_agreed": _("More than was agreed: %(left)s of it may still be spent by that day."),
    "fund_moved": _("Somebody else wrote in the account at the same moment. Look again."),
    "instalment_paid_in": _("Instalment %(number)s is in the account already."),
    "instalment_not_due": _(
        "Instalment %(number)s is not due by that day. If it is in the account, put it right first."
    ),
    "instalment_missing": _(
        "Instalment %(number)s is due and is not in the account yet. Write it in first."
    ),
    "not_reversible": _("This line was put right already, or cannot be."),
}
BESIDE: Mapping[str, str] = {
    "not_a_fund": "contract",
    "outside_contract": "starts",
    "fund_runs": "starts",
    "not_her_outcome": "outcome",
    "word_not_said": "whose",
    "not_her_decider": "whose",
    "beyond_balance": "pence",
    "beyond_agreed": "pence",
    "instalment_paid_in": "instalment",
    "instalment_not_due": "instalment",
    "spent_after": "on",
    "day_not_reached": "on",
    "not_reversible": "line",
}


def fund_refused(refusal: Refusal) -> str:
    """One sentence in the reader's language."""
    left = refusal.params.get("left")
    if isinstance(left, int):
        refusal.params["left"] = pounds(left)
    return refusal_words(refusal, REFUSED)
