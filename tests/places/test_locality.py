"""Real places read from the package: counts, published figures, names, patches."""

from collections import Counter
from decimal import Decimal
from itertools import combinations

import pytest

from whatmatters.places.queries import LOCALITIES, AgesBasis, read_locality
from whatmatters.places.queries.neighbours import neighbours
from whatmatters.places.queries.refusals import LocalityUnknown


@pytest.mark.parametrize(
    ("name", "council", "nation", "lsoas", "msoas", "wards", "postcodes"),
    [
        ("gwynedd", "W06000002", "wales", 71, 17, 65, 6567),
        ("leeds", "E08000035", "england", 488, 107, 33, 30790),
        ("oldham", "E08000004", "england", 142, 34, 20, 7948),
        ("trafford", "E08000009", "england", 139, 28, 21, 11268),
        ("wiltshire", "E06000054", "england", 307, 64, 98, 22713),
    ],
)
def test_packaged_places(name, council, nation, lsoas, msoas, wards, postcodes):
    place = read_locality(name)
    assert (place.council_code, place.nation) == (council, nation)
    assert (len(place.lsoas), len(place.msoas)) == (lsoas, msoas)
    assert (len(place.wards), len(place.postcodes)) == (wards, postcodes)


def test_names_of_all_places_are_known():
    assert LOCALITIES == ("gwynedd", "leeds", "oldham", "trafford", "wiltshire")


def test_name_in_any_case():
    assert read_locality("GWYNEDD") is read_locality("Gwynedd")


def test_unknown_place_names_the_known_ones():
    with pytest.raises(LocalityUnknown) as refused:
        read_locality("atlantis")
    assert refused.value.params == {
        "name": "atlantis",
        "known": "gwynedd, leeds, oldham, trafford, wiltshire",
    }


def test_published_figures_of_one_small_area():
    area = read_locality("gwynedd").lsoas_by_code()["W01000047"]
    assert (area.name, area.residents, area.disabled, area.decile) == ("Gwynedd 011A", 1270, 217, 7)
    assert area.deprived_share == pytest.approx((78 + 16 + 1) / (294 + 175 + 78 + 16 + 1))
    assert area.ages_basis is AgesBasis.PUBLISHED


def test_area_opened_in_2021_has_its_peoples_ages_and_no_decile():
    # Gwynedd 016A and 016B (2011) became 016F (2021).
    area = read_locality("gwynedd").lsoas_by_code()["W01002004"]
    assert area.ages_basis is AgesBasis.SHARED_OUT
    assert area.decile is None
    assert area.ages.aged_65_plus > 0


def test_council_totals_are_as_published():
    # Mid-2020 totals of the published table over all 73 small areas of 2011.
    assert read_locality("gwynedd").ages.counts == (73395, 7263, 7664, 5611, 3848, 2613, 1563)


def test_welsh_and_english_names():
    place = read_locality("gwynedd")
    names = {msoa.name_en: msoa.name_cy for msoa in place.msoas}
    assert names["Barmouth & Dolgellau"] == "Y Bermo a Dolgellau"
    assert all(ward.name_cy for ward in read_locality("leeds").wards)


@pytest.mark.parametrize("name", LOCALITIES)
def test_patches_are_real_whole_and_alike(name):
    place = read_locality(name)
    assert 6 <= len(place.patches) <= 10
    codes = [code for patch in place.patches for code in patch.msoa_codes]
    assert sorted(codes) == sorted(msoa.code for msoa in place.msoas)
    sizes = [patch.aged_65_plus for patch in place.patches]
    assert sum(sizes) == place.ages.aged_65_plus
    assert max(sizes) < 1.8 * min(sizes)
    assert len({patch.code for patch in place.patches}) == len(place.patches)


@pytest.mark.parametrize("name", LOCALITIES)
def test_every_patch_is_in_one_piece(name):
    place = read_locality(name)
    near = neighbours(place.msoas)
    for patch in place.patches:
        reached, ahead = {patch.msoa_codes[0]}, [patch.msoa_codes[0]]
        while ahead:
            beside = (near[ahead.pop()] & set(patch.msoa_codes)) - reached
            reached |= beside
            ahead += beside
        assert reached == set(patch.msoa_codes)


def test_every_small_area_has_postcodes_and_a_patch():
    place = read_locality("gwynedd")
    assert {p.lsoa_code for p in place.postcodes} == {a.code for a in place.lsoas}
    assert set(place.patch_by_lsoa()) == {a.code for a in place.lsoas}


def test_ward_by_published_column_agrees_with_point_in_polygon():
    place = read_locality("oldham")
    wards = {ward.code: ward for ward in place.wards}
    points = place.postcodes[::20]
    agree = sum(
        wards[p.ward_code].boundary.contains(float(p.latitude), float(p.longitude)) for p in points
    )
    # Packaged borders are simplified, so a few points near a border fall on its other side.
    assert agree / len(points) > 0.97


def test_simplified_borders_stay_shared():
    place = read_locality("trafford")
    corners = Counter(point for ward in place.wards for point in set(ward.boundary.points()))
    shared = sum(1 for count in corners.values() if count > 1)
    assert shared > 0.5 * len(corners)
    assert all(w.boundary is not v.boundary for w, v in combinations(place.wards, 2))


def test_postcode_point_is_a_decimal_point_of_five_places():
    point = read_locality("gwynedd").postcodes[0]
    assert (point.postcode, point.latitude) == ("LL21 0HA", Decimal("52.97158"))
