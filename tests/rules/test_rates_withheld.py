"""What may be shown beside what else is known: nobody finds a small number by subtraction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules.measures.rates import Counted, may_show, rate
from whatmatters.rules.measures.withholding import withheld

Z = 1.96


@pytest.mark.parametrize(
    ("own", "whole", "shown"),
    [(4, None, False), (5, None, True), (5, 9, False), (5, 10, True), (9, 9, True), (0, 9, False)],
)
def test_neither_a_part_nor_its_rest_is_few(own: int, whole: int | None, shown: bool) -> None:
    assert may_show(own, whole, 5) is shown


def test_a_rate_that_may_be_shown_has_its_interval() -> None:
    found = rate(Counted(8, 10), wholes=[Counted(9, 20)], z=Z, minimum=5)
    assert found.shown
    assert (round(found.interval.lower, 3), round(found.interval.upper, 3)) == (0.490, 0.943)
    assert not rate(Counted(8, 10), wholes=[Counted(9, 12)], z=Z, minimum=5).shown


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ({"a": 12, "b": 3, "c": 7}, {"b", "c"}),
        ({"a": 12, "b": 3, "c": 4}, {"b", "c"}),
        ({"a": 12, "b": 1, "c": 2, "d": 6}, {"b", "c", "d"}),
        ({"a": 12, "b": 0, "c": 7}, set()),
        ({"a": 3}, {"a"}),
        ({}, set()),
    ],
)
def test_what_is_withheld(counts: dict[str, int], hidden: set[str]) -> None:
    assert withheld(counts, 5) == hidden


@given(st.dictionaries(st.integers(), st.integers(0, 30), max_size=8))
def test_what_is_left_out_never_adds_to_few(counts: dict[int, int]) -> None:
    hidden = withheld(counts, 5)
    small = {key for key, n in counts.items() if 0 < n < 5}
    assert small <= hidden
    left = [counts[key] for key in hidden]
    everything_told_is_nothing = not any(n for key, n in counts.items() if key not in hidden)
    assert not hidden or (sum(left) >= 5 and len(left) > 1) or everything_told_is_nothing
