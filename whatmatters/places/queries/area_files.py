"""The boundary files of a place, joined with its published need."""

from pathlib import Path

from whatmatters.places.queries.boundaries import outlines
from whatmatters.places.queries.need_of_area import Need
from whatmatters.places.queries.outline import Outline
from whatmatters.places.queries.published_areas import Lsoa, Msoa, Ward
from whatmatters.places.queries.refusals import Expected, LocalityBadFile


def lsoa_of(outline: Outline, need: Need) -> Lsoa:
    """A small area of a boundary file with its published need."""
    return Lsoa(
        code=need.code,
        name=need.name,
        msoa_code=need.msoa_code,
        residents=need.residents,
        disabled=need.disabled,
        decile=need.decile,
        deprived_share=need.deprived_share,
        ages=need.ages,
        ages_basis=need.ages_basis,
        boundary=outline.boundary,
    )


def msoas_in(path: Path, need: dict[str, Need]) -> tuple[Msoa, ...]:
    """The MSOAs that hold the small areas; all must be in the file."""
    names = {n.msoa_code: n for n in need.values()}
    found = {o.properties[0]: o for o in outlines(path, "MSOA21CD", "MSOA21NM")}
    missing = sorted(names.keys() - found.keys())
    if missing:
        raise LocalityBadFile(
            file=path.name, row=0, expected=Expected.MSOA, name=missing[0], found=", ".join(found)
        )
    return tuple(
        Msoa(
            code, outline.properties[1], names[code].msoa_en, names[code].msoa_cy, outline.boundary
        )
        for code, outline in found.items()
        if code in names
    )


def wards_in(path: Path) -> tuple[Ward, ...]:
    """Wards of a boundary file."""
    return tuple(
        Ward(code, en, cy or en, outline.boundary)
        for outline in outlines(path, "WD25CD", "WD25NM", "WD25NMW")
        for code, en, cy in [outline.properties]
    )
