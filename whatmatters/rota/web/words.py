"""What the codes of a delivery plan are called, and what is refused, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.rota.agreed import QuietFor, Skill
from whatmatters.rules.rota.problem import Harm

Words = str | Promise

HARMS: Mapping[Harm, Words] = {
    Harm.CRITICAL: _("It must happen on time, such as medicines"),
    Harm.PALLIATIVE: _("End of life: it takes as long as it takes"),
    Harm.PERSONAL: _("Personal care"),
    Harm.DOMESTIC: _("Something else, such as shopping"),
}
QUIET: Mapping[QuietFor, Words] = {
    QuietFor.WORSHIP: _("Chapel, church, mosque or prayer"),
    QuietFor.SCHOOL_RUN: _("The way to school or from it"),
    QuietFor.WORK: _("Work or learning"),
    QuietFor.REST: _("Rest"),
    QuietFor.OTHER: _("Something else that matters"),
}
SKILLS: Mapping[Skill, Words] = {
    Skill.MOVING: _("Moving with a hoist or another aid"),
    Skill.MEDICINES: _("Help with medicines"),
    Skill.WELSH: _("Speaks Welsh"),
}
REFUSED: Mapping[str, Words] = {
    "on_no_day": _("Choose at least one day of the week."),
    "window_backwards": _("This is before the other time or day. Correct one of the two."),
    "length_impossible": _("Write a number of minutes from 1 to %(longest)s."),
    "long_is_shorter": _("This is below the usual length. Write the same or more."),
    "tolerance_impossible": _(
        "Only a visit that must happen on time has this: at most %(most)s minutes, which may be 0."
    ),
    "gap_impossible": _(
        "Write the least and the most minutes from the start of the first part to the start of "
        "this one; the least not below the first part’s length."
    ),
    "follows_what": _(
        "A second part needs a first part on the same days, one that is itself no second part; "
        "and only a second part has minutes in between."
    ),
    "too_many_follow": _(
        "At most %(most)s second parts of one visit can be planned. Let this one follow another, "
        "or none."
    ),
    "quiet_backwards": _("This time ends before it begins. Correct one of the two."),
    "quiet_takes_all": _(
        "“%(what)s” would meet a time at which nobody is to come. Change the visit’s times so "
        "that it lies before or after it."
    ),
    "too_many_agreed": _("At most %(most)s visits fit in one plan."),
    "no_visits": _("There is no visit in it yet. Add one first."),
    "delivery_changed_meanwhile": _(
        "Somebody wrote a newer version since you opened this page. Open it again: nothing was "
        "kept from this one."
    ),
    "team_not_theirs": _("Choose a team of your own organisation."),
    "not_of_the_team": _(
        "Choose people who work in this team today; nobody can be both chosen and turned away."
    ),
    "answered_already": _("This was answered already. An answer is given once."),
    "not_asked_yet": _("The provider has not agreed to it yet."),
}


def delivery_refused(refusal: Refusal) -> str:
    """One sentence in the reader's language."""
    return refusal_words(refusal, REFUSED)
