"""Older people by age band, and how their number is known."""

from dataclasses import dataclass
from enum import StrEnum


class AgeBand(StrEnum):
    """Age bands of the published table (years, both ends included)."""

    A18_64 = "18-64"
    A65_69 = "65-69"
    A70_74 = "70-74"
    A75_79 = "75-79"
    A80_84 = "80-84"
    A85_89 = "85-89"
    A90_PLUS = "90+"


AGE_BANDS: tuple[AgeBand, ...] = tuple(AgeBand)


class AgesBasis(StrEnum):
    """How a 2021 small area came by its mid-2020 ages, which are published on 2011 areas."""

    PUBLISHED = "published"
    SHARED_OUT = "shared_out"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True)
class AgeBands:
    """People by age band, in the order of `AGE_BANDS`."""

    counts: tuple[int, ...]

    def of(self, band: AgeBand) -> int:
        """People in one band."""
        return self.counts[AGE_BANDS.index(band)]

    @property
    def aged_65_plus(self) -> int:
        """People aged 65 and over."""
        return sum(self.counts[1:])
