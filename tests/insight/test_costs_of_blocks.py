"""Plans that are paid as a block have no price: they are in no cost, and said to be left out."""

from dataclasses import replace
from typing import Any

import pytest

from whatmatters.insight.queries.costs import Costs, costs_of
from whatmatters.outcomes.queries.figure_facts import CostFigure
from whatmatters.rules.outcomes import Category

pytestmark = pytest.mark.once
AT_LEAST = 5


def plans(number: int, first: int = 1, **more: Any) -> list[CostFigure]:
    """So many plans, each of one person with two outcomes judged and one achieved, at 100.00."""
    row = CostFigure(0, 1, True, 0, 1, "Arfon", "Arfon", Category.MOVING, 10000, 2, 2, 1)
    return [replace(row, version_id=n, person_id=n, **more) for n in range(first, first + number)]


def costs(*rows: list[CostFigure]) -> Costs:
    return costs_of([row for some in rows for row in some], part=False, minimum=AT_LEAST)


def test_they_do_not_make_an_outcome_cheaper() -> None:
    found = costs(plans(7), plans(6, 100, price=0, as_block=True))
    assert found.left_out == 6
    assert found.whole.told is not None
    assert (found.whole.told.numerator, found.whole.told.denominator) == (7, 14)
    assert found.whole.pence == 70000


def test_a_few_of_them_tell_of_nobody_neither_by_number_nor_by_subtracting() -> None:
    """Of 20 outcomes judged 14 would be told of here, and so 6 of three people."""
    found = costs(plans(7), plans(3, 100, price=0, as_block=True))
    assert (found.left_out, found.whole.told) == (None, None)


def test_where_there_are_none_nothing_is_left_out() -> None:
    found = costs(plans(7))
    assert found.left_out == 0
    assert found.whole.told is not None
