"""Codes of blocks in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.blocks.capacity import CapacityMethod, Drift, ReviewDecision

METHODS: Mapping[str, str | Promise] = {
    CapacityMethod.PAST_WORK: _("From what the team did before"),
    CapacityMethod.TIME_STUDY: _("From a study of where time goes"),
    CapacityMethod.NEED_OF_PATCH: _("From how many people in the patch need support"),
    CapacityMethod.PEER: _("From a patch that is like this one"),
    CapacityMethod.OTHER: _("Another way, as written below"),
}
DECISIONS: Mapping[str, str | Promise] = {
    ReviewDecision.NO_CHANGE: _("Nothing changes"),
    ReviewDecision.AMEND: _("The price is to change"),
    ReviewDecision.OTHERWISE: _("Something else changes, as the minutes say"),
}
DRIFTS: Mapping[str, str | Promise] = {
    Drift.OVER: _("More is promised than the team can well give"),
    Drift.UNDER: _("The team can give more than is promised"),
}
