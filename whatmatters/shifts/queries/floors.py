"""The rates of tiers, which are wages, beside the law's floor as far as that is known."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from whatmatters.policy.queries import wage_floors
from whatmatters.rules.blocks.floors import floor_seen
from whatmatters.rules.commissioning import AgreementTerms
from whatmatters.rules.commissioning_models.shift_split import Terms
from whatmatters.rules.periods import ONE_DAY


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


def ever_under_law(held: AgreementTerms[Terms], first: date, last: date) -> UnderLaw | None:
    """The same of all terms that are in force on one of these days, the earliest first."""
    begins = [first, *(day for day, _ in held.later if first < day <= last)]
    ends = [*(day - ONE_DAY for day in begins[1:]), last]
    spans = zip(begins, ends, strict=True)
    found = (under_law(held.terms_on(day), day, until) for day, until in spans)
    return next((one for one in found if one is not None), None)
