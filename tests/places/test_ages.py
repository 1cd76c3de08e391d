"""Ages of 2011 areas carried to 2021 areas: kept, shared out, estimated; totals kept."""

from whatmatters.places.queries.age_bands import AgeBands, AgesBasis
from whatmatters.places.queries.ages import NewArea, OldArea, ages_by_area
from whatmatters.places.queries.apportion import largest_remainder


def _ages(younger, older):
    return AgeBands((younger, older, 0, 0, 0, 0, 0))


def test_split_area_is_shared_by_residents():
    new = [NewArea("N1", "Town 001B", 300), NewArea("N2", "Town 001C", 100)]
    old = [OldArea("O1", "Town 001A", _ages(40, 10))]
    found = ages_by_area(new, old, frozenset({"N1", "N2"}))
    assert found["N1"] == (_ages(30, 8), AgesBasis.SHARED_OUT)
    assert found["N2"] == (_ages(10, 2), AgesBasis.SHARED_OUT)


def test_merged_areas_add_up():
    new = [NewArea("N1", "Town 001C", 300)]
    old = [OldArea("O1", "Town 001A", _ages(40, 10)), OldArea("O2", "Town 001B", _ages(1, 2))]
    assert ages_by_area(new, old, frozenset({"N1"}))["N1"][0] == _ages(41, 12)


def test_area_that_kept_its_code_keeps_its_ages():
    new = [NewArea("K", "Town 001A", 5)]
    found = ages_by_area(new, [OldArea("K", "Town 001A", _ages(7, 3))], frozenset({"K"}))
    assert found["K"] == (_ages(7, 3), AgesBasis.PUBLISHED)


def test_neighbourhood_redrawn_is_shared_within_the_council():
    new = [NewArea("N1", "Town 009A", 10)]
    old = [OldArea("O1", "Town 001A", _ages(40, 10)), OldArea("X", "City 001A", _ages(9, 9))]
    assert ages_by_area(new, old, frozenset({"N1"}))["N1"] == (_ages(40, 10), AgesBasis.SHARED_OUT)


def test_area_with_nothing_to_share_is_estimated_and_says_so():
    new = [NewArea("K", "Town 001A", 100), NewArea("N1", "Town 002A", 50)]
    old = [OldArea("K", "Town 001A", _ages(80, 20))]
    assert ages_by_area(new, old, frozenset({"K", "N1"}))["N1"] == (
        _ages(40, 10),
        AgesBasis.ESTIMATED,
    )


def test_old_area_that_lives_on_elsewhere_is_not_shared_out():
    new = [NewArea("N1", "Town 001B", 10)]
    old = [OldArea("O1", "Town 001A", _ages(4, 1)), OldArea("E", "Town 002A", _ages(500, 500))]
    assert ages_by_area(new, old, frozenset({"N1", "E"}))["N1"][0] == _ages(4, 1)


def test_largest_remainder_adds_back():
    assert largest_remainder(7, [1, 1, 1]) == [3, 2, 2]
    assert largest_remainder(10, [0.5, 0.25, 0.25]) == [5, 3, 2]
    assert largest_remainder(2, [0, 0, 0]) == [1, 1, 0]
    assert largest_remainder(0, [3, 4]) == [0, 0]
    assert largest_remainder(5, []) == []
