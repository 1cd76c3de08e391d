"""Inside or outside, and how far."""

import pytest

from whatmatters.places.queries import distance_km
from whatmatters.places.queries.geometry import boundary_of

SQUARE = ((0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0), (0.0, 0.0))
HOLE = ((4.0, 4.0), (4.0, 6.0), (6.0, 6.0), (6.0, 4.0), (4.0, 4.0))
ISLAND = ((20.0, 0.0), (20.0, 1.0), (21.0, 1.0), (21.0, 0.0), (20.0, 0.0))


@pytest.mark.parametrize(
    ("latitude", "longitude", "inside"),
    [(5, 2, True), (5, 5, False), (5, 11, False), (0.5, 20.5, True), (0.5, 15, False)],
)
def test_inside_with_a_hole_and_an_island(latitude, longitude, inside):
    boundary = boundary_of(((SQUARE, HOLE), (ISLAND,)))
    assert boundary.contains(latitude, longitude) is inside


def test_a_corner_at_the_points_own_latitude_is_met_once():
    diamond = ((0.0, 5.0), (5.0, 10.0), (10.0, 5.0), (5.0, 0.0), (0.0, 5.0))
    assert boundary_of(((diamond,),)).contains(5.0, 5.0)
    assert not boundary_of(((diamond,),)).contains(5.0, -1.0)


def test_a_point_between_neighbours_lies_in_exactly_one():
    left = ((0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0))
    right = ((1.0, 0.0), (1.0, 1.0), (2.0, 1.0), (2.0, 0.0), (1.0, 0.0))
    found = [boundary_of(((ring,),)).contains(0.5, 1.0) for ring in (left, right)]
    assert sorted(found) == [False, True]


def test_distance_from_caernarfon_to_bangor():
    # Caernarfon 53.1396 N 4.2739 W, Bangor 53.2274 N 4.1293 W: 13.7 km by hand
    # (9.76 km north, 9.65 km east).
    assert distance_km(53.1396, -4.2739, 53.2274, -4.1293) == pytest.approx(13.7, abs=0.1)


def test_no_distance_to_oneself():
    assert distance_km(53.0, -4.0, 53.0, -4.0) == 0
