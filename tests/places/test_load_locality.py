"""A place recorded in the database: areas, patches, and nothing new the second time."""

import pytest

from whatmatters.places import queries
from whatmatters.places.models import Area, Council, Patch, PatchArea
from whatmatters.places.services import load_locality

pytestmark = pytest.mark.django_db


def _counts():
    return [model.objects.count() for model in (Council, Area, Patch, PatchArea)]


def test_gwynedd_is_recorded():
    loaded = load_locality(locality=queries.read_locality("gwynedd"))
    assert _counts() == [1, 71 + 17 + 65, 8, 17]
    council = queries.council_by_code("W06000002")
    assert council == queries.council(loaded.council_id)
    assert (council.name_en, council.nation) == ("Gwynedd", "wales")
    area = queries.areas(council.id)[loaded.lsoa_ids["W01000047"]]
    assert (area.residents, area.disabled, area.deprivation_decile) == (1270, 217, 7)
    assert area.parent_id == loaded.msoa_ids["W02000020"]


def test_a_second_time_changes_nothing():
    place = queries.read_locality("gwynedd")
    first = load_locality(locality=place)
    before = (_counts(), queries.areas(first.council_id), queries.patches(first.council_id))
    assert load_locality(locality=place) == first
    assert (_counts(), queries.areas(first.council_id), queries.patches(first.council_id)) == before


def test_every_small_area_leads_to_its_patch():
    loaded = load_locality(locality=queries.read_locality("gwynedd"))
    patches = {patch.code: patch for patch in queries.patches(loaded.council_id)}
    areas = queries.areas(loaded.council_id)
    assert set(patches) == set(loaded.patch_ids)
    for lsoa, area_id in loaded.lsoa_ids.items():
        patch = patches[loaded.patch_of_lsoa[lsoa]]
        assert areas[area_id].parent_id in patch.area_ids


def test_neighbourhood_figures_are_the_sums_of_its_small_areas():
    loaded = load_locality(locality=queries.read_locality("gwynedd"))
    areas = queries.areas(loaded.council_id).values()
    for kind in ("msoa", "lsoa"):
        assert sum(a.aged_65_plus for a in areas if a.kind == kind) == 28562


def test_two_councils_stay_apart():
    gwynedd = load_locality(locality=queries.read_locality("gwynedd"))
    oldham = load_locality(locality=queries.read_locality("oldham"))
    ids = set(queries.areas(gwynedd.council_id))
    assert not ids & set(queries.areas(oldham.council_id))
    assert queries.areas(oldham.council_id, ids) == {}


def test_number_of_statements_does_not_grow(django_assert_num_queries):
    loaded = load_locality(locality=queries.read_locality("gwynedd"))
    with django_assert_num_queries(2):
        queries.patches(loaded.council_id)
    with django_assert_num_queries(1):
        queries.areas(loaded.council_id)


def test_unknown_council():
    assert queries.council(0) is None
    assert queries.council_by_code("X") is None
