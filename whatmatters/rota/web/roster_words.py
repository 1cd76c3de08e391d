"""What is refused about hours, needed shifts and rosters, in words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.rota.web.day_words import OF_A_DAY
from whatmatters.rota.web.words import REFUSED, Words
from whatmatters.rules.refusals import Refusal

OF_A_ROSTER: Mapping[str, Words] = {
    "hours_not_yours": _("These hours are not yours to tell."),
    "hours_backwards": _("Each time ends after it begins, and no two times of a day meet."),
    "most_below_least": _("This is below what the contract promises. Correct one of the two."),
    "week_too_long": _(
        "A week has at most %(hours)s hours here. Longer weeks, agreed in writing, are not kept."
    ),
    "leave_backwards": _("The last day is not before the first, and at most %(days)s days count."),
    "break_too_short": _(
        "A shift above %(hours)s hours has a break of at least %(least)s minutes."
    ),
    "break_takes_all": _("The break is as long as the shift. Correct one of the two."),
    "too_many_wanted": _("At most %(most)s fit."),
    "no_such_need": _("This shift is needed no more. Open the page again."),
    "no_monday": _("A roster is of a week from its Monday."),
    "week_has_begun": _("This week has begun or is over. Write its shifts down day by day."),
    "nothing_needed": _("Tell first which shifts the week needs."),
    "nobody_told": _(
        "Nobody can be put on a roster yet. Tell when somebody can work, how they go and what they "
        "can do."
    ),
    "no_roster_found": _("The search ended before it found any roster. Tell fewer shifts."),
    "roster_not_newest": _("A newer roster of this week was made. Open the page again."),
    "roster_accepted_already": _("Somebody has accepted this roster already."),
    "roster_left_team": _("%(who)s is not in the team on %(on)s any more. Make the roster anew."),
    "roster_overlaps": _(
        "%(who)s is at work on %(on)s at that time already. Make the roster anew."
    ),
    "roster_overtaken": _(
        "What was told since keeps this roster from being worked. Make the roster anew."
    ),
}


def roster_refused(refusal: Refusal) -> str:
    """One sentence in the reader's language."""
    return refusal_words(refusal, {**REFUSED, **OF_A_DAY, **OF_A_ROSTER})
