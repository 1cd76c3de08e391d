"""What charging refuses, as sentences of the reader's language."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.charging.web.names import RATES
from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.refusals import Refusal

WORDS: Mapping[str, str | Promise] = {
    "not_from_a_monday": _(
        "A charge is for whole weeks, so this holds from a Monday: %(before)s or %(after)s."
    ),
    "before_payments": _(
        "The council’s payments begin with the week from %(first)s, and no week before it is "
        "charged. Choose that Monday or a later one."
    ),
    "no_arrangement": _("Nobody has said yet how this person is charged. Say that first."),
    "no_assessment": _(
        "No financial assessment holds in the week from %(week)s. Nothing was charged: full cost "
        "is never assumed."
    ),
    "paid_as_block": _(
        "In the week from %(week)s the plan is paid as a block, with the whole patch. What this "
        "person’s own support costs the council is not known, and nobody may be charged more than "
        "that, so nothing was charged. Say from that Monday that nothing is charged, or charge "
        "the weeks before it."
    ),
    "week_not_over": _("The week from %(week)s is not over. It is charged after its Sunday."),
    "week_not_paid": _(
        "What the week from %(week)s cost is not known until its payment is released. Choose an "
        "earlier week, or release the payment."
    ),
    "rate_not_known": _(
        "Nobody has read the rate “%(rate)s” for %(on)s, and it is not guessed. Enter what the "
        "council’s own notice says must be left each week."
    ),
    "nothing_in_force": _("A national rate for these days is not known, and it is not guessed."),
    "charged_meanwhile": _("Somebody else charged these weeks just now. Look at the statement."),
    "words_missing": _("Write where the figures are from: nothing was written."),
    "words_too_long": _("This is longer than can be kept: at most %(longest)s characters."),
    "words_unreadable": _(
        "The words hold signs that cannot be shown. Type them again without special signs."
    ),
}
FIGURES: Mapping[str, str | Promise] = {
    "missing": _("This is needed here"),
    "negative": _("This must be more than nothing"),
    "over_one": _("A share is at most 100 per cent"),
    "not_rising": _("Each band must reach further than the one before"),
}


def refusal_words(refusal: Refusal) -> str:
    """The refusal as a sentence; a code without words says only that it cannot be done."""
    if refusal.code == "charge_figures_wrong":
        return str(FIGURES.get(str(refusal.params["why"]), gettext("This cannot be done.")))
    words = WORDS.get(refusal.code)
    if words is None:
        return gettext("This cannot be done.")
    shown = {k: day(v) if isinstance(v, date) else v for k, v in refusal.params.items()}
    if "rate" in shown:
        shown["rate"] = RATES.get(str(shown["rate"]), shown["rate"])
    return str(words) % shown
