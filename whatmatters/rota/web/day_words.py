"""What a team's day is called and refused in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.rota.web.words import REFUSED, Words
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.rota.day_file import Mode

MODES: Mapping[Mode, Words] = {
    Mode.WALK: _("On foot"),
    Mode.CYCLE: _("By bicycle"),
    Mode.DRIVE: _("By car"),
}
OF_A_DAY: Mapping[str, str | Promise] = {
    "not_on_your_round": _("This person is not on your round today any more."),
    "shift_backwards": _("A shift ends after it starts, on the same day, and is not too long."),
    "at_work_already": _("This person is at work at that time already."),
    "shift_struck_already": _("This shift was struck out before."),
    "ability_not_said": _("Say first how this person goes and what they can do."),
    "nobody_at_work": _("Nobody is at work on this day yet. Write down a shift first."),
    "nothing_planned": _("The day has no plan yet. Plan it first."),
    "day_is_over": _("This day is over. What happened on it is not planned anew."),
    "replanned_meanwhile": _(
        "The day was planned anew since this was offered. Say again what happened."
    ),
    "offer_answered": _("Somebody has accepted or declined this already."),
    "offer_too_old": _(
        "This was offered too long ago: visits that it moves may have begun. Say again what "
        "happened."
    ),
    "offer_not_accepted": _("Nobody is rung about a plan that is not accepted."),
    "rung_already": _("One of these calls was marked done before. Open the page again."),
}


def day_refused(refusal: Refusal) -> str:
    """One sentence in the reader's language."""
    return refusal_words(refusal, {**REFUSED, **OF_A_DAY})
