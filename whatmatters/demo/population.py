"""Synthetic people of a real place: nobody real, but as old and where published figures say.

Pure: the same place, number, seed and day give the same people on every machine (R-NX-18).
"""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from math import fsum
from typing import Any

from whatmatters.demo.names import Names
from whatmatters.demo.population_chance import Chance
from whatmatters.demo.population_family import FamilyMember, family_of
from whatmatters.demo.population_shares import Assumptions, Expected, drawn, expected
from whatmatters.places.queries import (
    AGE_BANDS,
    AgeBand,
    Locality,
    PostcodePoint,
    largest_remainder,
)
from whatmatters.rules.people import Language
from whatmatters.rules.roles import Origin

OLDEST = 101  # years; the published table ends with "90 and over"


@dataclass(frozen=True, slots=True)
class SyntheticPerson:
    """One invented person at a postcode point. `number` counts from 1."""

    number: int
    full_name: str
    known_as: str
    born: date
    language: Language
    disabled: bool
    age_band: AgeBand
    lsoa_code: str
    ward_code: str
    patch_code: str
    postcode: str
    latitude: Decimal
    longitude: Decimal
    family: tuple[FamilyMember, ...]
    origin: Origin = Origin.SYNTHETIC


@dataclass(frozen=True, slots=True)
class Fit:
    """People drawn beside what the figures say; `kind` is age_band, lsoa or language."""

    kind: str
    code: str
    expected: float
    drawn: int


@dataclass(frozen=True, slots=True)
class Population:
    """The synthetic people of a place and how well they fit the figures."""

    people: tuple[SyntheticPerson, ...]
    fit: tuple[Fit, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where and how old someone is to be, before the person is drawn."""

    lsoa_code: str
    band: AgeBand


def build_population(locality: Locality, *, people: int, seed: int, on: date) -> Population:
    """`people` (>= 1) invented people of the place, aged as of `on`.

    Ages and places follow the published figures and the assumptions of `population.toml`.
    Raises ValueError when `people` is below 1.
    """
    if people < 1:
        raise ValueError("people must be 1 or more")
    assumed = assumptions()
    plan = expected(locality, people, _shares(assumed))
    places = _places(plan, Chance(seed, "places"))
    languages = _languages(locality, people, Chance(seed, "languages"))
    disabled = _disabled(places, Chance(seed, "disabled"))
    built = tuple(_people(locality, places, languages, disabled, seed, on))
    return Population(people=built, fit=tuple(_fit(plan, built, locality)))


@lru_cache(maxsize=1)
def assumptions() -> Mapping[str, Any]:
    """The tables of `population.toml`, each with its status and source, for pages to show."""
    return tomllib.loads(files("whatmatters.demo").joinpath("population.toml").read_text("utf-8"))


def _shares(assumed: Mapping[str, Any]) -> Assumptions:
    return Assumptions(
        uptake=tuple(float(assumed["uptake"]["per_1000"][band]) for band in AGE_BANDS),
        deprivation=tuple(assumed["deprivation"]["weight"]),
    )


def _places(plan: Expected, chance: Chance) -> list[_Place]:
    counts = drawn(plan, chance)
    found = [
        _Place(area.code, band)
        for area, row in zip(plan.lsoas, counts, strict=True)
        for band, count in zip(AGE_BANDS, row, strict=True)
        for _ in range(int(count))
    ]
    return chance.shuffled(found)


def language_shares(locality: Locality) -> dict[Language, float]:
    """Assumed share of each first language in the place (status in `population.toml`)."""
    told = assumptions()["language"]
    shares = told.get(locality.council_code, told[locality.nation])
    welsh, other = float(shares["cy"]), float(shares["other"])
    return {
        Language.WELSH: welsh,
        Language.ENGLISH: 1 - welsh - other,
        Language.OTHER: other,
    }


def _languages(locality: Locality, people: int, chance: Chance) -> list[Language]:
    shares = language_shares(locality)
    counts = largest_remainder(people, list(shares.values()))
    return chance.shuffled(
        [one for one, count in zip(shares, counts, strict=True) for _ in range(count)]
    )


def _disabled(places: Sequence[_Place], chance: Chance) -> list[bool]:
    """Who is disabled: the assumed share of each age band, met to the person."""
    waiting: dict[AgeBand, list[bool]] = {}
    for band, count in Counter(place.band for place in places).items():
        share = float(assumptions()["disabled"]["share"][band])
        yes, no = largest_remainder(count, [share, 1 - share])
        waiting[band] = chance.shuffled([True] * yes + [False] * no)
    return [waiting[place.band].pop() for place in places]


def _people(
    locality: Locality,
    places: Sequence[_Place],
    languages: Sequence[Language],
    disabled: Sequence[bool],
    seed: int,
    on: date,
) -> Iterator[SyntheticPerson]:
    homes = _homes(locality)
    patch_of = locality.patch_by_lsoa()
    names = Names(Chance(seed, "names"), locality.nation)
    chance, kin = Chance(seed, "people"), Chance(seed, "family")
    how_many = [float(n) for n in assumptions()["family"]["how_many"]]
    for number, place in enumerate(places, start=1):
        language, born = languages[number - 1], _birthday(place.band, on, chance)
        home = chance.pick(homes[place.lsoa_code])
        name = names.draw(language, born.year)
        yield SyntheticPerson(
            number=number,
            full_name=name.full,
            known_as=name.known_as,
            born=born,
            language=language,
            disabled=disabled[number - 1],
            age_band=place.band,
            lsoa_code=place.lsoa_code,
            ward_code=locality.ward_of(home),
            patch_code=patch_of[place.lsoa_code],
            postcode=home.postcode,
            latitude=home.latitude,
            longitude=home.longitude,
            family=family_of(
                name, language, born.year, on.year - born.year, kin.weighted(how_many), names, kin
            ),
        )


def _homes(locality: Locality) -> Mapping[str, list[PostcodePoint]]:
    found: defaultdict[str, list[PostcodePoint]] = defaultdict(list)
    for point in locality.postcodes:
        found[point.lsoa_code].append(point)
    return found


def _birthday(band: AgeBand, on: date, chance: Chance) -> date:
    """A birthday of someone whose age on the day lies in the band, each day as likely."""
    youngest, oldest = _ages(band)
    first = _years_before(on, oldest + 1) + timedelta(days=1)
    return first + timedelta(days=chance.below((_years_before(on, youngest) - first).days + 1))


def _ages(band: AgeBand) -> tuple[int, int]:
    if band is AgeBand.A90_PLUS:
        return 90, OLDEST
    youngest, oldest = band.split("-")
    return int(youngest), int(oldest)


def _years_before(on: date, years: int) -> date:
    """The same day `years` earlier; 29 February falls back to the 28th."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return on.replace(year=on.year - years, day=28)


def _fit(plan: Expected, people: Sequence[SyntheticPerson], locality: Locality) -> Iterator[Fit]:
    bands = Counter(person.age_band for person in people)
    columns = list(zip(*plan.cells, strict=True))
    for band, column in zip(AGE_BANDS, columns, strict=True):
        yield Fit("age_band", band, fsum(column), bands[band])
    areas = Counter(person.lsoa_code for person in people)
    for area, row in zip(plan.lsoas, plan.cells, strict=True):
        yield Fit("lsoa", area.code, fsum(row), areas[area.code])
    languages = Counter(person.language for person in people)
    for language, share in language_shares(locality).items():
        yield Fit("language", language, share * len(people), languages[language])
