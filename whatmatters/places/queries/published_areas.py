"""Published areas as frozen values: small areas, neighbourhoods, wards."""

from dataclasses import dataclass, field

from whatmatters.places.queries.age_bands import AgeBands, AgesBasis
from whatmatters.places.queries.geometry import Boundary


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
