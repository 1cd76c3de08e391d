"""How somebody is charged: the basis, and what else holds her charge down."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from whatmatters.rules.charging.refusals import ChargeFiguresWrong


class Basis(StrEnum):
    """What the charge is worked from, before her means are looked at."""

    PLANNED_HOURS = "planned_hours"
    DELIVERED_MINUTES = "delivered_minutes"
    BUNDLE_SHARE = "bundle_share"
    FLAT_BAND = "flat_band"
    PLAN_PRICE_SHARE = "plan_price_share"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ValueBand:
    """A plan of up to so many pounds a week is charged so many; `up_to` None: any value."""

    up_to: Decimal | None
    charge: Decimal


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One version of it, in pounds and hours. What a basis does not use is None.

    `guarantee` is her weekly bill of before, which is not passed in weeks that begin on or before
    `guarantee_until`. The free period of reablement runs from `free_from`.
    """

    basis: Basis
    hourly_rate: Decimal | None = None
    share: Decimal | None = None
    bundle_hours: Decimal | None = None
    bundle_weeks: int | None = None
    bands: tuple[ValueBand, ...] = ()
    local_cap: Decimal | None = None
    guarantee: Decimal | None = None
    guarantee_until: date | None = None
    free_from: date | None = None


NEEDS = {
    Basis.PLANNED_HOURS: ("hourly_rate",),
    Basis.DELIVERED_MINUTES: ("hourly_rate",),
    Basis.BUNDLE_SHARE: ("hourly_rate", "share", "bundle_hours", "bundle_weeks"),
    Basis.FLAT_BAND: ("bands",),
    Basis.PLAN_PRICE_SHARE: ("share",),
    Basis.NONE: (),
}
FIGURES = ("hourly_rate", "share", "bundle_hours", "bundle_weeks", "local_cap", "guarantee")


def check_arrangement(given: Arrangement) -> None:
    """Raises ChargeFiguresWrong for the first figure that is missing or cannot be."""
    for name in NEEDS[given.basis]:
        if getattr(given, name) in (None, ()):
            raise ChargeFiguresWrong(field=name, why="missing")
    for name in FIGURES:
        figure = getattr(given, name)
        if figure is not None and (figure < 0 or (name == "bundle_weeks" and not figure)):
            raise ChargeFiguresWrong(field=name, why="negative")
    if given.share is not None and given.share > 1:
        raise ChargeFiguresWrong(field="share", why="over_one")
    if (given.guarantee is None) is not (given.guarantee_until is None):
        missing = "guarantee" if given.guarantee is None else "guarantee_until"
        raise ChargeFiguresWrong(field=missing, why="missing")
    _check_bands(given.bands)


def _check_bands(bands: tuple[ValueBand, ...]) -> None:
    if any(b.charge < 0 or (b.up_to is not None and b.up_to <= 0) for b in bands):
        raise ChargeFiguresWrong(field="bands", why="negative")
    if bands and bands[-1].up_to is not None:
        raise ChargeFiguresWrong(field="bands", why="missing")
    for lower, upper in pairwise(bands):
        open_ended = lower.up_to is None
        if open_ended or (upper.up_to is not None and upper.up_to <= (lower.up_to or 0)):
            raise ChargeFiguresWrong(field="bands", why="not_rising")
