"""How full a block's team is, instalment by instalment, and whether a review is proposed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.functional import Promise

from whatmatters.blocks.queries import BlockFacts
from whatmatters.blocks.queries.told import hours_told
from whatmatters.blocks.web.words import DRIFTS
from whatmatters.policy.blocks import drift_band
from whatmatters.rules.blocks.capacity import DriftBand, PeriodHours, drift


@dataclass(frozen=True, slots=True)
class HoursRow:
    """One instalment: hours as text, the share promised, and on which side of the band it is."""

    instalment: int
    committed: str
    deployable: str
    share: Fraction | None
    side: str | Promise


@dataclass(frozen=True, slots=True)
class CapacityShown:
    """The instalments that were told, the band, and what drifts ("" for nothing)."""

    rows: tuple[HoursRow, ...]
    band: DriftBand
    drifts: str | Promise


def capacity_of(block: BlockFacts, today: date) -> CapacityShown:
    """What was told of this block, against the band of today."""
    band, told = drift_band(today), hours_told(block.id)
    found = drift(told, band)
    rows = tuple(_row(one, band) for one in told)
    return CapacityShown(rows, band, DRIFTS[found] if found else "")


def _row(one: PeriodHours, band: DriftBand) -> HoursRow:
    side = one.side(band)
    return HoursRow(
        one.instalment,
        hours_text(one.committed),
        hours_text(one.deployable),
        one.share,
        DRIFTS[side] if side else "",
    )


def hours_text(hours: Fraction | Decimal) -> str:
    """Hours with at most two places, as the reader's language writes numbers."""
    told = Decimal(hours.numerator) / hours.denominator if isinstance(hours, Fraction) else hours
    places = 0 if told == told.to_integral_value() else 2
    return number_format(told, decimal_pos=places, force_grouping=True)
