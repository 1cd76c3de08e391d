"""Wilson's interval against figures worked apart from the code."""

import pytest

from whatmatters.policy.queries import too_few_to_tell_below, wilson_z
from whatmatters.rules.measures.wilson import too_few, wilson


@pytest.mark.parametrize(
    ("successes", "n", "lower", "upper"),
    [
        (8, 10, 0.4902, 0.9433),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (50, 100, 0.4038, 0.5962),
    ],
)
def test_the_interval(successes, n, lower, upper):
    got = wilson(successes, n, z=wilson_z())
    assert (round(got.lower, 4), round(got.upper, 4)) == (lower, upper)
    assert (got.numerator, got.denominator) == (successes, n)


@pytest.mark.parametrize(("successes", "n"), [(0, 0), (3, 2), (-1, 5)])
def test_counts_that_cannot_be_are_refused(successes, n):
    with pytest.raises(ValueError, match="successes"):
        wilson(successes, n, z=1.96)


def test_under_five_is_too_few_to_tell():
    assert [too_few(n, too_few_to_tell_below()) for n in (4, 5)] == [True, False]
