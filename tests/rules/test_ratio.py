"""Fieller's interval against figures worked apart from the code."""

from fractions import Fraction
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules.measures.ratio import ratio

PAIRS = ((200000.0, 2), (300000.0, 2), (250000.0, 3), (180000.0, 1), (220000.0, 2), (310000.0, 3))


def test_the_bounds_are_where_the_statistic_is_z() -> None:
    found = ratio(PAIRS, z=1.96)
    assert found is not None
    assert (found.cost, found.achieved, found.plans) == (1460000.0, 13, 6)
    assert isclose(found.value, 1460000 / 13)
    n = len(PAIRS)
    for bound in (found.lower, found.upper):
        rest = [c - bound * a for c, a in PAIRS]
        mean = sum(rest) / n
        spread = sqrt(sum((x - mean) ** 2 for x in rest) / (n - 1) / n)
        assert isclose(abs(mean) / spread, 1.96, rel_tol=1e-9)
    assert found.lower < found.value < found.upper


@pytest.mark.parametrize(
    "pairs", [(), ((100.0, 1),), ((100.0, 0), (200.0, 0)), ((100.0, 0), (100.0, 0), (100.0, 1))]
)
def test_without_bounds_there_are_too_few_to_tell(pairs) -> None:
    assert ratio(pairs, z=1.96) is None


def test_the_same_in_every_plan_leaves_no_doubt() -> None:
    found = ratio(((1000.0, 2),) * 5, z=1.96)
    assert found is not None
    assert (found.lower, found.value, found.upper) == (500.0, 500.0, 500.0)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 4)), max_size=30))
def test_the_value_lies_between_its_bounds(pairs) -> None:
    found = ratio([(float(c), a) for c, a in pairs], z=1.96)
    if found is not None:
        exact = Fraction(sum(c for c, _ in pairs), sum(a for _, a in pairs))
        assert isclose(found.value, float(exact), rel_tol=1e-12)
        assert 0 <= found.lower <= found.value * (1 + 1e-9) + 1e-9
        assert found.value <= found.upper * (1 + 1e-9) + 1e-9
