"""Capacity drift: hours promised to people, as a share of the hours that a team can give.

Outside the band for so many periods in a row, an amendment is proposed for a joint review; it never
changes a price by itself (R-GW-04, R-MO-02).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class CapacityMethod(StrEnum):
    """How a team's capacity was estimated (R-MO-01)."""

    PAST_WORK = "past_work"
    TIME_STUDY = "time_study"
    NEED_OF_PATCH = "need_of_patch"
    PEER = "peer"
    OTHER = "other"


class ReviewDecision(StrEnum):
    """What a joint review of a block decided."""

    NO_CHANGE = "no_change"
    AMEND = "amend"
    OTHERWISE = "otherwise"


class Drift(StrEnum):
    """On which side of the band a team has been."""

    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class DriftBand:
    """Shares between which a team is neither over nor under; `in_a_row` periods make a drift."""

    lower: Fraction
    upper: Fraction
    in_a_row: int


@dataclass(frozen=True, slots=True)
class PeriodHours:
    """Hours promised and hours that can be given, in one instalment's 28 days."""

    instalment: int
    committed: Fraction
    deployable: Fraction

    @property
    def share(self) -> Fraction | None:
        """Committed of deployable; None where nothing can be given."""
        return self.committed / self.deployable if self.deployable else None

    def side(self, band: DriftBand) -> Drift | None:
        """Over, under, or neither. Hours promised while nobody can give any are over."""
        share = self.share
        if share is None:
            return Drift.OVER if self.committed else None
        if share > band.upper:
            return Drift.OVER
        return Drift.UNDER if share < band.lower else None


def drift(periods: Sequence[PeriodHours], band: DriftBand) -> Drift | None:
    """The side on which the last periods all were; None where they were not, or are too few.

    They must follow one another: a period that nobody told breaks the row.
    """
    last = sorted(periods, key=lambda one: one.instalment)[-band.in_a_row :]
    told = [one.instalment for one in last]
    if len(last) < band.in_a_row or told != list(range(told[0], told[0] + len(told))):
        return None
    sides = {one.side(band) for one in last}
    return sides.pop() if len(sides) == 1 else None
