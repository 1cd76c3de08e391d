"""What stands in the register for a way of paying, for pages on which a design is made."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from whatmatters.access.queries import may_in_council, own_organisation_only
from whatmatters.access.web import Asked
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.limits.queries import LimitFacts, limits
from whatmatters.rules.limits import IN_THE_WAY, LimitKind
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class WayLine:
    """How many entries stand in the way of a way of paying today, and where they are listed."""

    way: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """An entry in its own words, and where it is."""

    words: str
    address: str


def way_lines(request: Asked, ways: Iterable[str]) -> list[WayLine]:
    """One for each of these ways of paying; none for whoever may not read the register."""
    codes = [code for code in ways if code in WAY_NAMES]
    found = _standing(request) if codes else None
    if found is None:
        return []
    return [_line(code, sum(code in one.ways for one in found)) for code in codes]


def charging_rules(request: Asked) -> list[RuleLine]:
    """Charging rules that stand today, for whoever may read the register."""
    return [
        RuleLine(one.blocks, reverse("limit", args=[one.id]))
        for one in _standing(request) or ()
        if one.kind is LimitKind.NATIONAL_CHARGING
    ]


def _line(code: str, count: int) -> WayLine:
    asked = urlencode({"stand": "now", "way": code})
    return WayLine(str(WAY_NAMES[code]), count, f"{reverse('limit_list')}?{asked}")


def _standing(request: Asked) -> tuple[LimitFacts, ...] | None:
    """What stands today; None for whoever may not read the register. Two queries."""
    if not may_in_council(request.actor, Action.SEE_LIMITS):
        return None
    own = own_organisation_only(request.actor, Action.SEE_LIMITS)
    held = limits(request.actor.council_id, body_id=own)
    return tuple(one for one in held if one.state(request.today) in IN_THE_WAY)
