"""What the tables and columns of blocks are called in a file that is taken out."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, str | Promise] = {
    "block": _("Patches paid as a block"),
    "blockundone": _("Blocks that were signed by mistake"),
    "bookanswer": _("Answers to open books"),
    "bookwords": _("Why open books went back"),
    "capacityestimate": _("Estimates of capacity"),
    "capacityperiod": _("Hours by instalment"),
    "jointreview": _("Joint reviews"),
    "openbook": _("Open books"),
}
HEADINGS: Mapping[str, str | Promise] = {
    "accepted": _("Taken"),
    "amended_to": _("Number of the block that came of it"),
    "assumptions": _("What was assumed"),
    "attended": _("Who was there"),
    "block": _("Block number"),
    "book": _("Open book"),
    "committed": _("Hours promised"),
    "decision": _("What was decided"),
    "deployable": _("Hours that could be given"),
    "handed_in_by_id": _("Number of who handed it in"),
    "held_on": _("Held on"),
    "inputs": _("From which figures"),
    "instalment": _("Instalment"),
    "management": _("Management, in pence"),
    "method": _("How it was estimated"),
    "on_costs": _("On-costs, in pence"),
    "overheads": _("Overheads, in pence"),
    "wages": _("Wages, in pence"),
    "year_starts": _("First day of the year"),
}
