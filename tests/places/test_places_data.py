"""Every packaged file is the file that its source entry describes, and the whole stays small."""

import csv
import gzip
import hashlib
import json
import re

import pytest

from whatmatters.places.queries import data_sources, map_shapes, read_locality
from whatmatters.places.queries.tables import DATA


@pytest.mark.parametrize("source", data_sources(), ids=lambda source: source.file)
def test_file_is_the_one_described(source):
    content = (DATA / source.file).read_bytes()
    assert hashlib.sha256(content).hexdigest() == source.sha256
    if source.file.endswith(".geojson"):
        assert len(json.loads(content)["features"]) == source.rows
    else:
        lines = gzip.decompress(content).decode().splitlines()
        assert len(list(csv.reader(lines))) - 1 == source.rows


def test_every_data_file_has_a_source_with_licence_and_attribution():
    files = {path.name for path in DATA.iterdir() if path.suffix != ".toml"}
    assert {source.file for source in data_sources()} == files
    for source in data_sources():
        assert source.licence.startswith("Open Government Licence")
        assert "Crown copyright" in source.attribution
        assert source.publisher
        assert source.date


def test_the_whole_stays_small():
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 6_000_000


def test_national_tables_cover_england_and_wales():
    rows = {source.kind: source.rows for source in data_sources()}
    assert rows["need"] == 35672
    assert rows["ages"] == 34753


@pytest.mark.parametrize(
    ("kind", "number"), [("ward", 65), ("lsoa", 71), ("msoa", 17), ("patch", 8)]
)
def test_shapes_are_paths_within_their_frame(kind, number):
    drawn = map_shapes(read_locality("gwynedd"), kind, width=500)
    assert len(drawn.shapes) == number
    assert drawn.view_box == f"0 0 500 {drawn.height}"
    # Gwynedd is about 96 km from west to east and 91 km from south to north (less for islands).
    assert 400 < drawn.height < 600
    for shape in drawn.shapes:
        assert re.fullmatch(r"(M[\d. -]+(L[\d. -]+)*Z)+", shape.path)
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", shape.path)]
        assert min(numbers) >= 0
        assert max(numbers[::2]) <= 500
        assert max(numbers[1::2]) <= drawn.height + 1
