"""The codes of the way in, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.outcomes import DeclineReason, WayInStep

Words = str | Promise

STEP_TAKEN: Mapping[WayInStep, Words] = {
    WayInStep.REQUESTED: _("Asked for support"),
    WayInStep.CONVERSATION: _("A conversation was held"),
    WayInStep.ELIGIBILITY: _("Eligibility was decided"),
    WayInStep.ROUTED: _("Sent to the lead provider"),
    WayInStep.ACCEPTED: _("Accepted by the provider"),
    WayInStep.DECLINED: _("Declined by the provider"),
    WayInStep.HANDED_OFF: _("Handed on to somebody else"),
    WayInStep.PLAN_PROPOSED: _("A plan was proposed"),
    WayInStep.AGREED: _("The plan was agreed"),
    WayInStep.STARTED: _("Support started"),
    WayInStep.WITHDRAWN: _("The request was taken back"),
}
DECLINES: Mapping[DeclineReason, Words] = {
    DeclineReason.NO_CAPACITY: _("No free hours"),
    DeclineReason.TOO_FAR: _("Too far away"),
    DeclineReason.SKILLS: _("Nobody with the skills that are needed"),
    DeclineReason.LANGUAGE: _("Nobody who speaks the language"),
    DeclineReason.OTHER: _("Another reason"),
}
# A digest of the two nations' rules, by letter: the instrument named on the page decides.
ELIGIBILITY: Mapping[tuple[str, str], Words] = {
    ("england", "a"): _("Eating and drinking well"),
    ("england", "b"): _("Keeping clean"),
    ("england", "c"): _("Using the toilet"),
    ("england", "d"): _("Being dressed for the day"),
    ("england", "e"): _("Using the home safely"),
    ("england", "f"): _("Keeping the home fit to live in"),
    ("england", "g"): _("Family and other relationships"),
    ("england", "h"): _("Work, training, education or volunteering"),
    ("england", "i"): _("Using what there is in the community, and getting there"),
    ("england", "j"): _("Caring for a child"),
    ("wales", "i"): _("Looking after oneself and the home"),
    ("wales", "ii"): _("Being able to communicate"),
    ("wales", "iii"): _("Being safe from abuse and neglect"),
    ("wales", "iv"): _("Work, education, learning or leisure"),
    ("wales", "v"): _("Family and other close relationships"),
    ("wales", "vi"): _("Friends, and being part of the community"),
    ("wales", "vii"): _("Caring for a child"),
}
