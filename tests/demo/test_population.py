"""Synthetic people: as many, as old and where the published figures say; the same for a seed."""

import csv
import gzip
import hashlib
from collections import Counter
from datetime import date

import pytest

from whatmatters.demo.population import assumptions, build_population
from whatmatters.places.queries import AgeBand, read_locality
from whatmatters.places.queries.tables import DATA
from whatmatters.rules.people import Language
from whatmatters.rules.roles import Origin

ON = date(2026, 6, 1)


@pytest.fixture(scope="module")
def gwynedd():
    return read_locality("gwynedd")


@pytest.fixture(scope="module")
def people(gwynedd):
    return build_population(gwynedd, people=240, seed=1, on=ON).people


def _age(born, on):
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def test_ages_match_the_published_table_times_the_uptake(gwynedd):
    # Published mid-2020 people of Gwynedd 65-69 ... 90+, times the stated uptake per 1,000.
    weighted = {
        "65-69": 7263 * 8,
        "70-74": 7664 * 12,
        "75-79": 5611 * 22,
        "80-84": 3848 * 45,
        "85-89": 2613 * 90,
        "90+": 1563 * 170,
    }
    people = build_population(gwynedd, people=10_000, seed=5, on=ON).people
    drawn = Counter(person.age_band for person in people)
    older = sum(drawn[band] for band in weighted)
    for band, weight in weighted.items():
        assert abs(drawn[band] - older * weight / sum(weighted.values())) <= 1


def test_working_age_people_match_the_published_disabled_share(gwynedd):
    people = build_population(gwynedd, people=10_000, seed=5, on=ON).people
    disabled = sum(a.ages.of(AgeBand.A18_64) * a.disabled / a.residents for a in gwynedd.lsoas)
    older = 7263 * 8 + 7664 * 12 + 5611 * 22 + 3848 * 45 + 2613 * 90 + 1563 * 170
    expected = 10_000 * disabled * 15 / (disabled * 15 + older)
    assert abs(sum(p.age_band is AgeBand.A18_64 for p in people) - expected) <= 1


def test_small_areas_match_ages_disability_and_deprivation(gwynedd):
    """Worked again from the packaged tables, by another route than the product's."""
    uptake = [15, 8, 12, 22, 45, 90, 170]
    slope = [1.25, 1.20, 1.15, 1.10, 1.05, 1.00, 0.95, 0.90, 0.85, 0.80]
    with gzip.open(DATA / "need.csv.gz", "rt", encoding="utf-8") as lines:
        rows = [r for r in csv.DictReader(lines) if r["ladcd"] == "W06000002"]
    weight = {}
    for row in rows:
        ages = gwynedd.lsoas_by_code()[row["lsoa21cd"]].ages.counts
        disabled = int(row["disabled_2021"]) / int(row["residents_2021"])
        in_need = ages[0] * disabled * uptake[0]
        in_need += sum(n * u for n, u in zip(ages[1:], uptake[1:], strict=True))
        decile = row["wimd2019_decile"]
        weight[row["lsoa21cd"]] = in_need * disabled * (slope[int(decile) - 1] if decile else 1)
    people = build_population(gwynedd, people=10_000, seed=5, on=ON).people
    drawn = Counter(person.lsoa_code for person in people)
    whole = sum(weight.values())
    for code, share in weight.items():
        assert abs(drawn[code] - 10_000 * share / whole) <= 1


def test_disability_within_each_band_is_the_assumed_share(gwynedd):
    people = build_population(gwynedd, people=2000, seed=2, on=ON).people
    for band, share in assumptions()["disabled"]["share"].items():
        within = [person.disabled for person in people if person.age_band == band]
        assert abs(sum(within) - share * len(within)) <= 1


def test_two_in_three_speak_welsh_in_gwynedd_and_nobody_in_oldham(people):
    assert sum(person.language is Language.WELSH for person in people) == 155
    others = build_population(read_locality("oldham"), people=240, seed=1, on=ON).people
    spoken = Counter(person.language for person in others)
    assert spoken == {Language.ENGLISH: 216, Language.OTHER: 24}


def test_birthdays_fit_the_age_band(people):
    for person in people:
        age = _age(person.born, ON)
        if person.age_band is AgeBand.A90_PLUS:
            assert 90 <= age <= 101
        else:
            youngest, oldest = map(int, person.age_band.split("-"))
            assert youngest <= age <= oldest


def test_birthdays_fit_on_a_leap_day(gwynedd):
    day = date(2028, 2, 29)
    for person in build_population(gwynedd, people=500, seed=4, on=day).people:
        youngest = int(person.age_band.rstrip("+").split("-")[0])
        assert _age(person.born, day) >= youngest


def test_everyone_lives_at_a_postcode_of_the_place(gwynedd, people):
    points = {p.postcode: p for p in gwynedd.postcodes}
    patch_of = gwynedd.patch_by_lsoa()
    for person in people:
        home = points[person.postcode]
        assert (home.lsoa_code, home.ward_code) == (person.lsoa_code, person.ward_code)
        assert (home.latitude, home.longitude) == (person.latitude, person.longitude)
        assert patch_of[person.lsoa_code] == person.patch_code


def test_every_person_is_marked_synthetic(people):
    assert {person.origin for person in people} == {Origin.SYNTHETIC}
    assert [person.number for person in people] == list(range(1, 241))


def test_names_hold_apostrophes_and_circumflexes(people):
    written = " ".join(f"{p.full_name} {p.known_as}" for p in people)
    assert "'" in written
    assert "ŷ" in written
    assert "ŵ" in written


def test_names_are_told_apart_at_the_default_size(people):
    assert len({person.full_name for person in people}) == 240


def test_family_fits_the_person(people):
    sizes = Counter(len(person.family) for person in people)
    assert set(sizes) == {0, 1, 2, 3}
    for person in people:
        kinds = [member.relationship for member in person.family]
        assert sum(kind in ("wife", "husband") for kind in kinds) <= 1


@pytest.mark.parametrize("number", [1, 2, 3, 17, 1000])
@pytest.mark.parametrize("name", ["gwynedd", "trafford"])
def test_any_number_of_people(name, number):
    population = build_population(read_locality(name), people=number, seed=9, on=ON)
    assert len(population.people) == number
    for fit in population.fit:
        assert abs(fit.expected - fit.drawn) < 1


@pytest.mark.parametrize("number", [0, -1])
def test_no_people_is_refused(gwynedd, number):
    with pytest.raises(ValueError, match="people"):
        build_population(gwynedd, people=number, seed=1, on=ON)


def test_same_seed_same_people_and_another_seed_others(gwynedd, people):
    assert build_population(gwynedd, people=240, seed=1, on=ON).people == people
    assert build_population(gwynedd, people=240, seed=2, on=ON).people != people


def test_same_people_on_every_python(people):
    """Typed here from CPython 3.11; other versions must draw the same."""
    written = "\n".join(
        f"{p.full_name}|{p.known_as}|{p.born}|{p.language}|{p.disabled}|{p.postcode}|"
        + ",".join(f"{m.full_name}:{m.relationship}" for m in p.family)
        for p in people
    )
    assert (
        hashlib.sha256(written.encode()).hexdigest()
        == "178bfa6406a38ec66683117ac16d75ec75a66921e396396c7662dbd769c5ca26"
    )


def test_every_assumption_has_a_status_and_a_source():
    for table in assumptions().values():
        assert table["status"] in {"assumption", "memory", "seen"}
        assert table["what"]
        assert table["source"]


def test_a_daughter_is_ferch_and_a_son_is_ap():
    from whatmatters.demo.names import _daughter_or_son

    assert _daughter_or_son("ap Gwilym", "f") == "ferch Gwilym"
    assert _daughter_or_son("ferch Gwilym", "m") == "ap Gwilym"
    assert _daughter_or_son("Thomas-Ellis", "f") == "Thomas-Ellis"
