"""A real place as frozen values: small areas, their published figures, postcode points."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from whatmatters.places.queries.age_bands import AgeBands
from whatmatters.places.queries.patches import PatchPlan
from whatmatters.places.queries.postcode_point import PostcodePoint
from whatmatters.places.queries.published_areas import Lsoa, Msoa, Ward


@dataclass(frozen=True, slots=True)
class Locality:
    """One council's area. Tuples are in code order. `packaged`: its files come with the product."""

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
    packaged: bool = False

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
