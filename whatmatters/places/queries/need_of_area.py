"""Published figures of one small area."""

from dataclasses import dataclass

from whatmatters.places.queries.age_bands import AgeBands, AgesBasis


@dataclass(frozen=True, slots=True)
class Need:
    """Published figures of one small area, with its council and its neighbourhood's names."""

    code: str
    name: str
    council_code: str
    council_en: str
    council_cy: str
    nation: str
    msoa_code: str
    msoa_en: str
    msoa_cy: str
    residents: int
    disabled: int
    decile: int | None
    deprived_share: float
    ages: AgeBands
    ages_basis: AgesBasis
