"""What the tables and columns of delivery plans are called in a file that is taken out."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, str | Promise] = {
    "deliveryplan": _("Delivery plans: who comes and when"),
    "agreedvisit": _("Visits of delivery plans"),
    "agreedvisitwords": _("What visits are for"),
    "quiettime": _("Times at which nobody is to come"),
    "chosenworker": _("Who was chosen to come, or is not to"),
    "dayvisit": _("Visits as they were planned for a day"),
    "daystop": _("Who was planned to come on a day"),
    "liveabout": _("Whom something that happened on a day was about"),
    "dayurgent": _("Who was planned to come to somebody who needed a worker now"),
    "courtesycall": _("Calls about visits that were not as was told"),
    "toldvisit": _("What was told about who comes on a day"),
    "deliveryanswer": _("Answers to delivery plans"),
    "deliveryanswerwords": _("What was said beside answers to delivery plans"),
}
HEADINGS: Mapping[str, str | Promise] = {
    # as other tables have them too
    "days": _("Days or times"),
    "minutes": _("Minutes"),
    "kind": _("Kind"),
    "number": _("Version"),
    "day_visit": _("Number of the visit of the day"),
    "offer": _("Number of what happened"),
    "about": _("Number of what happened to somebody"),
    "late": _("Minutes later than was agreed"),
    "nobody_can": _("Nobody at work could do it"),
    "shift": _("Number of the shift"),
    "start": _("Start, in minutes after midnight"),
    "earliest": _("May start from, in minutes after midnight"),
    "latest": _("May start until, in minutes after midnight"),
    "long_minutes": _("Minutes that four visits of five stay under"),
    "workers": _("How many come together"),
    "moving": _("Moving with a hoist or another aid"),
    "medicines": _("Help with medicines"),
    "in_welsh": _("Speaks Welsh"),
    "harm": _("What kind of visit it is"),
    "tolerance": _("How many minutes late it may be"),
    "least": _("At least so many minutes after the first part starts"),
    "most": _("At most so many minutes after the first part starts"),
    "team": _("Number of the team"),
    "visit": _("Number of the visit"),
    "worker": _("Number of the worker"),
    "never": _("Not to come"),
    "yes": _("Said yes"),
}
