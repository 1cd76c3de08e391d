"""A patch as planned from a place's neighbourhoods."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PatchPlan:
    """A patch to be: adjoining MSOAs with about as many older people as the others (R-GW-01)."""

    code: str
    name_en: str
    name_cy: str
    msoa_codes: tuple[str, ...]
    aged_65_plus: int
