"""What refusals about people say to the one who was refused."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.refusals import Refusal

WORDS: Mapping[str, str | Promise] = {
    "absent": _("This is not here any more, or it is not yours to see."),
    "refused": _("This cannot be done."),
    "page_sent_before": _("This page was sent before. Open it anew, and send it once more."),
    "words_missing": _("Write something: nothing was written."),
    "words_too_long": _("This is longer than can be kept: at most %(longest)s characters."),
    "words_unreadable": _(
        "The words hold signs that cannot be shown. Type them again without special signs."
    ),
    "born_later": _("The date of birth lies ahead. Check it."),
    "not_yours_to_offer": _(
        "Only somebody whom the person lets in can offer anything, and only for themselves."
    ),
    "offer_over": _("That day lies behind. Name a later one, or leave it empty."),
    "offer_withdrawn": _("You took this offer back. Make a new one if you want to."),
    "offer_changed_meanwhile": _(
        "You changed this offer on another page. Open it anew: nothing was kept from this one."
    ),
    "not_yours_to_write": _("This profile is not yours to write."),
    "not_your_voice": _("Of yourself you write in your own words, alone or with help."),
    "profile_changed_meanwhile": _(
        "Somebody wrote this profile anew while you did. Open the page again: nothing was kept "
        "from this one."
    ),
    "not_yours_to_correct": _("Who this person is, is put right by who works with them."),
    "nothing_corrected": _("Nothing is put right: all of this stands there already."),
    "corrected_meanwhile": _(
        "Somebody put this right while you did. Open the page again: nothing was kept from this "
        "one."
    ),
    "not_yours_to_give": _("Who works with this person is not yours to say."),
    "not_of_your_own": _("This is nobody of your own. Choose somebody from the list."),
    "not_yourself": _("Nobody gives themselves to somebody. Ask a colleague to do it."),
    "already_works_with": _("They work with this person already, or will on that day."),
    "ends_before_it_starts": _("The last day is before the first."),
    "ends_sooner": _(
        "Their work ends on %(ends)s already. Choose that day or an earlier one. If it is to go "
        "on, give them to this person anew from the day after."
    ),
    "address_missing": _("Say where to, or choose another way."),
    "email_unreadable": _("This is not an e-mail address. Write it like name@example.org."),
    "address_unsafe": _(
        "This is among the addresses never to use. Change one of the two: nothing was kept."
    ),
}


def refusal_words(refusal: Refusal) -> str:
    """One sentence in the reader's language."""
    told = {k: day(v) if isinstance(v, date) else v for k, v in refusal.params.items()}
    return str(WORDS.get(refusal.code, WORDS["refused"])) % told
