"""A folder given with --locality-dir: what is read, and what is refused by file and row."""

import gzip
import json
import shutil

import pytest
from django.urls import reverse
from django.utils import translation

from tests.fixtures.case import STARTS, a_case, moment
from tests.people.test_register_pages import client_of, told
from whatmatters.access.services import mark_installation
from whatmatters.people.models import Person
from whatmatters.places.management.wording import sentence
from whatmatters.places.models import Area, Patch
from whatmatters.places.queries import read_locality
from whatmatters.places.queries.postcode_places import place_of_postcode
from whatmatters.places.queries.refusals import (
    Expected,
    LocalityBadFile,
    LocalityFileMissing,
    LocalityNotSingle,
)
from whatmatters.places.services import load_locality
from whatmatters.rules.roles import InstallationKind

LSOA, MSOA = "W01000047", "W02000020"
SQUARE = [[[-4.4, 52.9], [-4.4, 53.0], [-4.3, 53.0], [-4.3, 52.9], [-4.4, 52.9]]]
POSTCODES = "postcode,lat,long,lsoa21cd\nLL53 6AA,52.95,-4.35,W01000047\n"


def _geojson(path, properties, geometry=None):
    geometry = geometry or {"type": "Polygon", "coordinates": SQUARE}
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))


def _postcodes(folder, text):
    (folder / "postcodes_Pentref.csv.gz").write_bytes(gzip.compress(text.encode()))


@pytest.fixture
def folder(tmp_path):
    """The smallest place: one small area of Gwynedd with one ward and one postcode."""
    _geojson(tmp_path / "lsoa_Pentref.geojson", {"LSOA21CD": LSOA})
    _geojson(tmp_path / "msoa_Pentref.geojson", {"MSOA21CD": MSOA, "MSOA21NM": "Gwynedd 011"})
    ward = {"WD25CD": "W05001506", "WD25NM": "Village", "WD25NMW": " "}
    _geojson(tmp_path / "ward_Pentref.geojson", ward)
    _postcodes(tmp_path, POSTCODES)
    return tmp_path


def test_smallest_place(folder):
    place = read_locality(directory=folder)
    assert (place.name, place.council_code, place.name_cy) == ("pentref", "W06000002", "Gwynedd")
    assert [a.code for a in place.lsoas] == [LSOA]
    assert [p.name_cy for p in place.patches] == ["Cricieth a Llanaelhaearn"]
    assert place.wards[0].name_cy == "Village"


def test_ward_of_a_postcode_is_found_by_its_point(folder):
    place = read_locality("Pentref", folder)
    assert place.postcodes[0].ward_code is None
    assert place.ward_of(place.postcodes[0]) == "W05001506"


def test_postcode_outside_every_ward_gets_the_nearest(folder):
    _postcodes(folder, POSTCODES.replace("-4.35", "-4.29"))
    place = read_locality(directory=folder)
    assert place.ward_of(place.postcodes[0]) == "W05001506"


@pytest.mark.parametrize("kind", ["msoa_Pentref.geojson", "postcodes_Pentref.csv.gz"])
def test_missing_file(folder, kind):
    (folder / kind).unlink()
    with pytest.raises(LocalityFileMissing) as refused:
        read_locality(directory=folder)
    assert refused.value.params == {"file": kind, "folder": str(folder)}


def test_folder_without_a_place(tmp_path):
    with pytest.raises(LocalityNotSingle):
        read_locality(directory=tmp_path)


def test_folder_that_is_not_there(tmp_path):
    with pytest.raises(LocalityNotSingle):
        read_locality(directory=tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("text", "row", "expected", "name"),
    [
        ("postcode,lat,long\n", 0, "columns", "lsoa21cd"),
        (POSTCODES + "LL53 6AB,north,-4.3,W01000047\n", 2, "degrees", "lat"),
        (POSTCODES + "LL53 6AB,nan,-4.3,W01000047\n", 2, "degrees", "lat"),
        (POSTCODES + "LL53 6AB,52.9,-4.3,E01000001\n", 2, "known_small_area", ""),
        (POSTCODES + ",52.9,-4.3,W01000047\n", 2, "postcode", ""),
        ("postcode,lat,long,lsoa21cd\n", 1, "postcode", ""),
        ("", 0, "columns", "postcode, lat, long, lsoa21cd"),
    ],
)
def test_bad_postcode_rows(folder, text, row, expected, name):
    _postcodes(folder, text)
    with pytest.raises(LocalityBadFile) as refused:
        read_locality(directory=folder)
    told = refused.value.params
    assert (told["file"], told["row"]) == ("postcodes_Pentref.csv.gz", row)
    assert (told["expected"], told["name"]) == (expected, name)


def test_postcodes_not_gzipped(folder):
    (folder / "postcodes_Pentref.csv.gz").write_text(POSTCODES)
    with pytest.raises(LocalityBadFile, match="gzipped_csv"):
        read_locality(directory=folder)


def test_gzip_cut_short(folder):
    path = folder / "postcodes_Pentref.csv.gz"
    path.write_bytes(path.read_bytes()[:-12])
    with pytest.raises(LocalityBadFile, match="gzipped_csv"):
        read_locality(directory=folder)


@pytest.mark.parametrize("text", ["{", "[]", '{"features": []}', '{"features": 3}', "\x00"])
def test_not_geojson(folder, text):
    (folder / "lsoa_Pentref.geojson").write_text(text)
    with pytest.raises(LocalityBadFile) as refused:
        read_locality(directory=folder)
    assert (refused.value.params["file"], refused.value.params["row"]) == (
        "lsoa_Pentref.geojson",
        0,
    )


@pytest.mark.parametrize(
    ("properties", "geometry", "expected"),
    [
        ({"code": "x"}, None, "property"),
        ({"LSOA21CD": 7}, None, "property"),
        (None, None, "properties"),
        ({"LSOA21CD": LSOA}, {"type": "Point", "coordinates": [1, 2]}, "polygon"),
        (
            {"LSOA21CD": LSOA},
            {"type": "Polygon", "coordinates": [[[250000, 350000]] * 4]},
            "polygon",
        ),
        ({"LSOA21CD": "S01000001"}, None, "small_area"),
    ],
)
def test_bad_features(folder, properties, geometry, expected):
    _geojson(folder / "lsoa_Pentref.geojson", properties, geometry)
    with pytest.raises(LocalityBadFile) as refused:
        read_locality(directory=folder)
    assert (refused.value.params["row"], refused.value.params["expected"]) == (1, expected)


def test_msoa_of_a_small_area_must_be_there(folder):
    _geojson(folder / "msoa_Pentref.geojson", {"MSOA21CD": "W02000010", "MSOA21NM": "Gwynedd 001"})
    with pytest.raises(LocalityBadFile) as refused:
        read_locality(directory=folder)
    assert (refused.value.params["expected"], refused.value.params["name"]) == ("msoa", MSOA)


def test_areas_of_two_councils_are_refused(folder):
    features = [
        {
            "type": "Feature",
            "properties": {"LSOA21CD": code},
            "geometry": {"type": "Polygon", "coordinates": SQUARE},
        }
        for code in (LSOA, "E01011264")
    ]
    (folder / "lsoa_Pentref.geojson").write_text(json.dumps({"features": features}))
    with pytest.raises(LocalityBadFile, match="same_council"):
        read_locality(directory=folder)


def test_one_code_twice_is_refused(folder):
    read = json.loads((folder / "ward_Pentref.geojson").read_text())
    read["features"] *= 2
    (folder / "ward_Pentref.geojson").write_text(json.dumps(read))
    with pytest.raises(LocalityBadFile, match="expected=once, name=WD25CD"):
        read_locality(directory=folder)


def test_a_refusal_is_told_in_words(folder):
    _postcodes(folder, POSTCODES + "LL53 6AB,north,-4.3,W01000047\n")
    with pytest.raises(LocalityBadFile) as refused:
        read_locality(directory=folder)
    assert sentence(refused.value) == (
        "The file postcodes_Pentref.csv.gz cannot be used. Row 2 (0 is the file itself): "
        "expected lat in degrees, found north."
    )


@pytest.mark.parametrize("expected", list(Expected))
@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_expectation_has_words_in_both_languages(expected, language):
    refusal = LocalityBadFile(file="f", row=1, expected=expected, found="x", name="N")
    with translation.override(language):
        told = sentence(refusal)
    assert "%(" not in told
    assert ("cannot be used" in told) is (language == "en")


def test_postcodes_of_a_folder_are_kept_and_somebody_is_registered_by_page(folder, db) -> None:
    """Control arm: a postcode that the folder does not have is refused beside its question."""
    _postcodes(folder, POSTCODES.replace("LL53 6AA", "LL53 9ZZ"))
    place = read_locality(directory=folder)
    case = a_case()
    council_id = load_locality(locality=place).council_id
    assert load_locality(locality=place).council_id == council_id == case.council_id
    shutil.rmtree(folder)
    found = place_of_postcode(council_id, " ll539zz")
    assert (found.postcode, str(found.latitude)) == ("LL53 9ZZ", "52.95000")
    assert Area.objects.get(pk=found.ward_id).code == "W05001506"
    assert Patch.objects.get(pk=found.patch_id).name_cy == "Cricieth a Llanaelhaearn"
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    client = client_of(case.social_worker)
    refused = client.post(reverse("person_register"), told("ZZ1 1ZZ"))
    assert refused.status_code == 422
    client.post(reverse("person_register"), told("LL53 9ZZ"))
    row = Person.objects.get(postcode="LL53 9ZZ")
    assert (row.lsoa_id, row.patch_id) == (found.lsoa_id, found.patch_id)
