"""Chance that is the same on every machine: xorshift, seeded, 64 bits."""

import numpy as np

from whatmatters.rota.solvers.compiled import part

SHIFTS = (13, 7, 17)
WHOLE = 2.0**-53
LOW = np.uint64(11)
A, B, C = (np.uint64(n) for n in SHIFTS)
HALF = np.uint64(32)


@part
def draw(chance):
    """The next 64 bits."""
    x = chance[0]
    x ^= x << A
    x ^= x >> B
    x ^= x << C
    chance[0] = x
    return x


@part
def unit(chance):
    """From 0 up to 1, never 1."""
    return (draw(chance) >> LOW) * WHOLE


@part
def below(chance, n):
    """A whole number from 0 up to n, never n."""
    return np.int64(((draw(chance) >> HALF) * np.uint64(n)) >> HALF)
