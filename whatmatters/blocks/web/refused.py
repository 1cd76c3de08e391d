"""What is refused of blocks, as sentences of the reader's language."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.problem_words import problem_text
from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.commissioning import Problems
from whatmatters.rules.refusals import Refusal

REFUSED: Mapping[str, str | Promise] = {
    "not_allowed": _("Your role does not let you do this."),
    "not_a_block": _("This contract pays another way, or names no patch."),
    "block_runs": _("This contract has a block until %(until)s already."),
    "outside_contract": _("The contract does not hold for the whole of that year."),
    "book_handed_in": _("An open book was handed in, so the days of this block stay as they are."),
    "block_over": _("This block has its last day already: %(ends)s."),
    "block_posted": _(
        "Something of this block was paid already, so it cannot be undone. End it, or change its "
        "price by a joint review."
    ),
    "book_of_year": _(
        "Another price follows in this year. The open book is handed in once for the whole year, "
        "with the last one."
    ),
    "block_not_over": _("The open book is handed in after the last day, %(ends)s."),
    "not_an_instalment_ahead": _(
        "Another price starts with an instalment from %(first)s to %(last)s."
    ),
    "not_decided": _("A price changes only where a joint review decided it, and once for each."),
    "outside_block": _("This is not one of the block’s days or instalments."),
    "figure_impossible": _("This figure cannot be right: it is below nothing, or far too large."),
    "floor_under_law": _(
        "The agreed floor is under the National Living Wage, which is £%(least)s from %(on)s."
    ),
    "book_answered": _("This open book was answered, or another has taken its place."),
    "book_by_two": _("You handed this book in, so somebody else has to take it."),
    "already_from_that_day": _(
        "There is a contract with this reference, or a price from that day."
    ),
    "shares_do_not_add_to_1": _("The shares of those who pay must make a whole."),
    "day_not_reached": _("That day is still to come."),
    "end_before_start": _("The last day is before the first."),
    "absent": _("That is no longer there."),
    "words_missing": _("Write a few words here: nothing was written."),
    "words_too_long": _("This is longer than can be kept: at most %(longest)s characters."),
    "words_unreadable": _(
        "The words hold signs that cannot be shown. Type them again without special signs."
    ),
}
BESIDE = {
    "block_runs": "year_starts",
    "outside_contract": "year_starts",
    "not_an_instalment_ahead": "from_instalment",
    "floor_under_law": "wage_floor",
    "already_from_that_day": "reference",
    "shares_do_not_add_to_1": "other_share",
}


def refused_words(refusal: Refusal) -> str:
    """The refusal as a sentence; of several problems all of them."""
    if isinstance(refusal, Problems):
        return " ".join(problem_text(one) for one in refusal.problems)
    words = REFUSED.get(refusal.code)
    if words is None:
        return gettext("This cannot be done.")
    shown = {k: day(v) if isinstance(v, date) else v for k, v in refusal.params.items()}
    return str(words) % shown
