"""A real place as frozen values: small areas, their published figures, postcode points."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from whatmatters.places.queries.geometry import Boundary


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


@dataclass(frozen=True, slots=True)
class Lsoa:
    """A Lower layer Super Output Area (about 1,500 residents).

    `disabled` counts all ages; `decile` is IMD 2025 or WIMD 2019, 1 = most deprived, None where
    none is published; `deprived_share` is the share of households deprived in two or more of the
    four census dimensions (0 to 1).
    """

    code: str
    name: str
    msoa_code: str
    residents: int
    disabled: int
    decile: int | None
    deprived_share: float
    ages: AgeBands
    ages_basis: AgesBasis
    boundary: Boundary = field(repr=False)


@dataclass(frozen=True, slots=True)
class Msoa:
    """A Middle layer Super Output Area with its House of Commons Library names."""

    code: str
    name: str
    name_en: str
    name_cy: str
    boundary: Boundary = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ward:
    """An electoral ward; `name_cy` is the English name where no Welsh one is published."""

    code: str
    name_en: str
    name_cy: str
    boundary: Boundary = field(repr=False)


@dataclass(frozen=True, slots=True)
class PostcodePoint:
    """The point of a postcode (never a house). `ward_code` where the file gave it."""

    postcode: str
    latitude: Decimal
    longitude: Decimal
    lsoa_code: str
    ward_code: str | None


@dataclass(frozen=True, slots=True)
class PatchPlan:
    """A patch to be: adjoining MSOAs with about as many older people as the others (R-GW-01)."""

    code: str
    name_en: str
    name_cy: str
    msoa_codes: tuple[str, ...]
    aged_65_plus: int


@dataclass(frozen=True, slots=True)
class Locality:
    """One council's area. Tuples are in code order."""

    name: str
    council_code: str
    name_en: str
    name_cy: str
    nation: str
    lsoas: tuple[Lsoa, ...]
    msoas: tuple[Msoa, ...]
    wards: tuple[Ward, ...]
    postcodes: tuple[PostcodePoint, ...] = field(repr=False)
    patches: tuple[PatchPlan, ...]

    @property
    def ages(self) -> AgeBands:
        """People of the whole place by age band."""
        return AgeBands(tuple(map(sum, zip(*(a.ages.counts for a in self.lsoas), strict=True))))

    def lsoas_by_code(self) -> Mapping[str, Lsoa]:
        """Every small area under its code."""
        return {area.code: area for area in self.lsoas}

    def patch_by_lsoa(self) -> Mapping[str, str]:
        """The patch code of every small area."""
        by_msoa = {code: patch.code for patch in self.patches for code in patch.msoa_codes}
        return {area.code: by_msoa[area.msoa_code] for area in self.lsoas}

    def ward_of(self, point: PostcodePoint) -> str:
        """The ward of a postcode: as published, else by point in polygon, else the nearest."""
        if point.ward_code is not None:
            return point.ward_code
        latitude, longitude = float(point.latitude), float(point.longitude)
        for ward in self.wards:
            if ward.boundary.contains(latitude, longitude):
                return ward.code
        return min(self.wards, key=lambda w: w.boundary.distance_km(latitude, longitude)).code
