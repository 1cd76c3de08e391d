"""The rates of tiers, which are wages, beside the law's floor as far as that is known."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from whatmatters.policy.queries import wage_floors
from whatmatters.rules.blocks.floors import floor_seen
from whatmatters.rules.commissioning_models.shift_split import Terms


@dataclass(frozen=True, slots=True)
class UnderLaw:
    """A tier that is paid less than the National Living Wage from a day, and that wage."""

    tier: str
    on: date
    least: Decimal


def under_law(terms: Terms, first: date, last: date) -> UnderLaw | None:
    """The first tier whose rate the law is above on one of these days; None: none that is known."""
    floors = wage_floors()
    for tier, rate in terms.tiers.items():
        under = floor_seen(rate, first, last, floors).under
        if under is not None:
            return UnderLaw(tier, *under)
    return None
