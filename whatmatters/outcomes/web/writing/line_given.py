"""How a line is paid for, and what was typed as the line that the rules take."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.outcomes import Band, Deliverer
from whatmatters.rules.plans import PlannedLine

NOBODY, HOURS, COST, FUNDED = "nobody", "hours", "cost", "funded"
PAID: Mapping[str, str | Promise] = {
    NOBODY: _("No, nobody is paid"),
    HOURS: _("Yes, by the hour"),
    COST: _("Yes, at an agreed cost"),
    FUNDED: _("It is paid for already, so this plan pays nothing"),
}

# Under a block: hours are planned, and there is nothing that a cost would be paid from.
PLANNED: Mapping[str, str | Promise] = {
    NOBODY: PAID[NOBODY],
    HOURS: _("Yes, by the team that is paid for the whole patch"),
    FUNDED: PAID[FUNDED],
}


def paid_how(line: PlannedLine) -> str:
    """Which of the four answers a line stands for."""
    if line.funded_by:
        return FUNDED
    if line.band is not None:
        return HOURS
    return COST if line.cost else NOBODY


def given_line(told: Mapping[str, Any], was: PlannedLine | None) -> PlannedLine:
    """The line that was typed. `was`: what it said before."""
    return PlannedLine(
        what=told["what"].strip(),
        deliverer=Deliverer(told["deliverer"]),
        deliverer_name=told["deliverer_name"],
        limit=told["limit"],
        critical=told["critical"],
        tolerance_minutes=told["tolerance_minutes"] if told["critical"] else None,
        serves=tuple(int(pk) for pk in told.get("serves", ())),
        **_price(told, was),
    )


def _price(told: Mapping[str, Any], was: PlannedLine | None) -> dict[str, Any]:
    paid = told["paid"]
    if paid == HOURS:
        return {"band": Band(told["band"]) if told["band"] else None, "hours": told["hours"]}
    if paid == COST:
        return {"cost": told["cost"]}
    if paid == NOBODY:
        return {}
    cost = told["funded_cost"]
    held = {"cost": cost, "funded_by": told["funded_by"]}
    if cost is None and was is not None and was.funded_by and was.band is not None:
        # What is funded already may have been written by the hour: that is not lost.
        held |= {"band": was.band, "hours": was.hours}
    return held
