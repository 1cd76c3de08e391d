"""Capacity drift, by hand: a share of 0.93 is over a band of 0.75 to 0.92, and 0.92 is not."""

from fractions import Fraction

import pytest

from whatmatters.rules.blocks.capacity import Drift, DriftBand, PeriodHours, drift

BAND = DriftBand(Fraction("0.75"), Fraction("0.92"), 3)


def told(*committed: int, first: int = 1) -> list[PeriodHours]:
    return [PeriodHours(first + n, Fraction(c), Fraction(1000)) for n, c in enumerate(committed)]


@pytest.mark.parametrize(
    ("committed", "found"),
    [
        ((930, 940, 921), Drift.OVER),
        ((930, 920, 930), None),
        ((700, 749, 0), Drift.UNDER),
        ((700, 750, 700), None),
        ((930, 940), None),
        ((930, 700, 930), None),
        ((800, 930, 940, 950), Drift.OVER),
        ((930, 940, 950, 800), None),
    ],
)
def test_three_in_a_row_on_one_side(committed: tuple[int, ...], found: Drift | None) -> None:
    assert drift(told(*committed), BAND) is found


def test_a_period_that_nobody_told_breaks_the_row() -> None:
    assert drift([*told(930), *told(940, 950, first=3)], BAND) is None


def test_hours_promised_while_nobody_can_give_any_are_over() -> None:
    none = [PeriodHours(n, Fraction(10), Fraction(0)) for n in (1, 2, 3)]
    assert drift(none, BAND) is Drift.OVER
    assert drift([PeriodHours(n, Fraction(0), Fraction(0)) for n in (1, 2, 3)], BAND) is None
