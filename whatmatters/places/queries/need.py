"""Published need of one council's small areas: the national tables, narrowed and joined."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from whatmatters.places.queries.age_bands import AgeBands, AgesBasis
from whatmatters.places.queries.ages import NewArea, OldArea, ages_by_area
from whatmatters.places.queries.need_of_area import Need
from whatmatters.places.queries.refusals import Expected, LocalityBadFile
from whatmatters.places.queries.tables import DATA, cell, rows
from whatmatters.places.queries.welsh_names import COUNCILS_CY

NEED, AGES = DATA / "need.csv.gz", DATA / "ages.csv.gz"
NEED_COLUMNS = (
    *("lsoa21cd", "lsoa21nm", "ladcd", "ladnm", "country", "msoa21cd", "msoa_hcl_name"),
    *("msoa_hcl_name_cy", "residents_2021", "disabled_2021", "imd2025_decile", "wimd2019_decile"),
    *(f"hh_deprived_dims_{n}" for n in range(5)),
)
AGE_COLUMNS = (
    *("age18_64", "age65_69", "age70_74", "age75_79"),
    *("age80_84", "age85_89", "age90plus"),
)


def need_of(path: Path, wanted: Sequence[tuple[int, str]]) -> dict[str, Need]:
    """Figures of the small areas of one boundary file (row, LSOA code), all of one council."""
    codes = _codes()
    for row, code in wanted:
        if code not in codes:
            raise LocalityBadFile(file=path.name, row=row, expected=Expected.SMALL_AREA, found=code)
        if codes[code] != codes[wanted[0][1]]:
            raise LocalityBadFile(
                file=path.name,
                row=row,
                expected=Expected.SAME_COUNCIL,
                name=codes[wanted[0][1]],
                found=code,
            )
    council = council_need(codes[wanted[0][1]])
    return {code: council[code] for _, code in wanted}


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """The council code of every 2021 small area of England and Wales."""
    return {row["lsoa21cd"]: row["ladcd"] for _, row in rows(NEED, NEED_COLUMNS)}


def council_need(council_code: str) -> dict[str, Need]:
    """Every small area of one council with its need and ages (any council, England or Wales)."""
    areas = [(n, row) for n, row in rows(NEED, NEED_COLUMNS) if row["ladcd"] == council_code]
    new = [
        NewArea(row["lsoa21cd"], row["lsoa21nm"], _count(NEED, n, row["residents_2021"]))
        for n, row in areas
    ]
    old = _old_areas({area.name.rsplit(" ", 1)[0] for area in new})
    ages = ages_by_area(new, old, frozenset(_codes()))
    return {row["lsoa21cd"]: _need(n, row, *ages[row["lsoa21cd"]]) for n, row in areas}


def _old_areas(councils: set[str]) -> list[OldArea]:
    """Published ages of the 2011 areas named after these councils."""
    return [
        OldArea(
            row["lsoa11_code"],
            row["lsoa11_name"],
            AgeBands(tuple(_count(AGES, n, row[column]) for column in AGE_COLUMNS)),
        )
        for n, row in rows(AGES, ("lsoa11_code", "lsoa11_name", *AGE_COLUMNS))
        if row["lsoa11_name"].rsplit(" ", 1)[0] in councils
    ]


def _need(number: int, row: dict[str, str], ages: AgeBands, basis: AgesBasis) -> Need:
    english = row["country"] == "England"
    decile = row["imd2025_decile"] if english else row["wimd2019_decile"]
    households = [_count(NEED, number, row[f"hh_deprived_dims_{n}"]) for n in range(5)]
    return Need(
        code=row["lsoa21cd"],
        name=row["lsoa21nm"],
        council_code=row["ladcd"],
        council_en=row["ladnm"],
        council_cy=COUNCILS_CY.get(row["ladcd"], row["ladnm"]),
        nation="england" if english else "wales",
        msoa_code=row["msoa21cd"],
        msoa_en=row["msoa_hcl_name"],
        msoa_cy=row["msoa_hcl_name_cy"] or row["msoa_hcl_name"],
        residents=_count(NEED, number, row["residents_2021"]),
        disabled=_count(NEED, number, row["disabled_2021"]),
        decile=int(decile) if decile else None,
        deprived_share=sum(households[2:]) / max(sum(households), 1),
        ages=ages,
        ages_basis=basis,
    )


def _count(path: Path, number: int, text: str) -> int:
    return cell(path, number, Expected.WHOLE_NUMBER, int, text)
