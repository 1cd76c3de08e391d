"""How many people of which age live in which small area: the published figures, made smaller.

The number by age band follows the published ages times the assumed uptake; the number by small
area follows its published ages, its disabled residents and its deprivation. Both totals are met
exactly (largest remainder); which area holds which ages is drawn within them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, fsum

from whatmatters.demo.population_chance import Chance
from whatmatters.places.queries import AGE_BANDS, Locality, Lsoa, largest_remainder

Table = list[list[float]]
ROUNDS = 25  # of fitting; the margins then agree to far less than one person


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What is assumed beyond the published figures (population.toml)."""

    uptake: tuple[float, ...]
    deprivation: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """Expected people by small area and age band, with the totals that the drawn people meet."""

    lsoas: tuple[Lsoa, ...]
    cells: Table
    by_lsoa: list[int]
    by_band: list[int]


def expected(locality: Locality, people: int, assumed: Assumptions) -> Expected:
    """How `people` would spread over the small areas that have a postcode to live at."""
    homes = {point.lsoa_code for point in locality.postcodes}
    lsoas = tuple(area for area in locality.lsoas if area.code in homes)
    cells = [_in_need(area, assumed) for area in lsoas]
    by_band = _columns(cells)
    usual = fsum(a.disabled for a in lsoas) / max(fsum(a.residents for a in lsoas), 1.0)
    by_lsoa = [
        fsum(row) * _relative_need(area, usual, assumed)
        for area, row in zip(lsoas, cells, strict=True)
    ]
    by_band, by_lsoa = _scaled(by_band, people), _scaled(by_lsoa, people)
    return Expected(
        lsoas=lsoas,
        cells=_fitted(cells, by_lsoa, by_band),
        by_lsoa=largest_remainder(people, by_lsoa),
        by_band=largest_remainder(people, by_band),
    )


def drawn(plan: Expected, chance: Chance) -> Table:
    """Whole people by small area and age band; rows and columns add up to the plan's totals."""
    # A hair below: fitting leaves a cell of 3 people at 2.9999999 or 3.0000001.
    counts: Table = [[float(floor(max(v - 1e-6, 0))) for v in row] for row in plan.cells]
    rows = [n - int(fsum(row)) for n, row in zip(plan.by_lsoa, counts, strict=True)]
    columns = [n - int(found) for n, found in zip(plan.by_band, _columns(counts), strict=True)]
    places = [i for i, missing in enumerate(rows) for _ in range(missing)]
    for place in chance.shuffled(places):
        band = _band_for(plan.cells[place], counts[place], columns, chance)
        counts[place][band] += 1
        columns[band] -= 1
    return counts


def _band_for(
    cells: Sequence[float], counts: Sequence[float], columns: Sequence[int], chance: Chance
) -> int:
    """A band that still misses people: the likelier, the more of a person is left of the cell."""
    left = [
        max(cell - count, 0.0) * missing
        for cell, count, missing in zip(cells, counts, columns, strict=True)
    ]
    if not any(left):
        left = [cell * missing for cell, missing in zip(cells, columns, strict=True)]
    if not any(left):
        left = [float(missing) for missing in columns]
    return chance.weighted(left)


def _in_need(area: Lsoa, assumed: Assumptions) -> list[float]:
    """People of an area by age band who may draw on support: published ages times uptake.

    Of the band 18-64 only the disabled count (by the area's share of all ages, since none by age
    is published).
    """
    disabled = area.disabled / max(area.residents, 1)
    people = [area.ages.of(band) * (1.0 if i else disabled) for i, band in enumerate(AGE_BANDS)]
    return [n * rate for n, rate in zip(people, assumed.uptake, strict=True)]


def _relative_need(area: Lsoa, usual: float, assumed: Assumptions) -> float:
    """Need against an ordinary area of the place: disability share and deprivation decile."""
    disability = area.disabled / max(area.residents, 1) / max(usual, 1e-9)
    deprivation = 1.0 if area.decile is None else assumed.deprivation[area.decile - 1]
    return disability * deprivation


def _columns(table: Table) -> list[float]:
    return [fsum(column) for column in zip(*table, strict=True)]


def _scaled(values: Sequence[float], total: float) -> list[float]:
    whole = fsum(values)
    if whole == 0:
        return [total / len(values)] * len(values)
    return [value * total / whole for value in values]


def _fitted(cells: Table, rows: Sequence[float], columns: Sequence[float]) -> Table:
    """The table scaled in turn by rows and columns until both add up (iterative fitting)."""
    for _ in range(ROUNDS):
        cells = [_scaled(row, n) for row, n in zip(cells, rows, strict=True)]
        factors = [
            n / found if found else 0.0 for n, found in zip(columns, _columns(cells), strict=True)
        ]
        cells = [[v * f for v, f in zip(row, factors, strict=True)] for row in cells]
    return cells
