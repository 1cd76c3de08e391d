"""Whole minutes of London time."""

from fractions import Fraction

from whatmatters.rules.money import half_up

MINUTES_IN_AN_HOUR = 60
MINUTES_IN_A_DAY = 1440


def to_nearest_step(minutes: int, step: int) -> int:
    """Minutes rounded to the nearest step, half up, never below zero.

    >>> to_nearest_step(22, 15), to_nearest_step(23, 15)
    (15, 30)
    """
    return max(0, half_up(Fraction(minutes, step)) * step)


def hours(minutes: int) -> Fraction:
    """Minutes as exact hours."""
    return Fraction(minutes, MINUTES_IN_AN_HOUR)
