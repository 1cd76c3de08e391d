"""What the checker said of a roster, tier by tier, the worst first; never added up."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.rota.web.hours_form import hours_text

TIERS: Mapping[str, str | Promise] = {
    "uncovered_turns": gettext_lazy("Places that nobody has"),
    "short_of_contract": gettext_lazy("Workers with fewer hours than the contract promises"),
    "unevenly_shared": gettext_lazy("Evenings and weekends: the most less the fewest"),
    "against_a_wish": gettext_lazy("Shifts against a wish"),
}


def tier_rows(judged: Mapping[str, Any]) -> list[tuple[str, str, bool]]:
    """Each tier: what it counts, how much, and whether no roster has less."""
    return [
        (str(TIERS[tier["code"]]), _much(tier), tier["code"] in judged["proven"])
        for tier in judged["tiers"]
    ]


def _much(tier: Mapping[str, Any]) -> str:
    if not tier["minutes"]:
        return str(tier["count"])
    told = {"count": tier["count"], "hours": hours_text(tier["minutes"])}
    return _("%(count)s (%(hours)s hours)") % told
