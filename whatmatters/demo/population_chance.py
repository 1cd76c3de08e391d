"""Chance that falls alike on every Python: only `Random.random()` is promised never to change."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")


class Chance:
    """A stream of chance of its own for one purpose, so that one does not disturb another."""

    def __init__(self, seed: int, purpose: str) -> None:
        self._random = Random(f"{purpose}:{seed}")

    def below(self, limit: int) -> int:
        """A whole number from 0 to `limit` - 1, each as likely."""
        return int(self._random.random() * limit)

    def happens(self, share: float) -> bool:
        """True in `share` (0 to 1) of all cases."""
        return self._random.random() < share

    def pick(self, things: Sequence[Thing]) -> Thing:
        """One of the things, each as likely."""
        return things[self.below(len(things))]

    def weighted(self, weights: Sequence[float]) -> int:
        """The place of one weight, as likely as it is heavy. Raises ValueError when all are 0."""
        whole = 0.0
        for weight in weights:  # not sum(): Python 3.12 changed how it rounds
            whole += weight
        if whole <= 0:
            raise ValueError("no weight")
        left = self._random.random() * whole
        last = 0
        for place, weight in enumerate(weights):
            if weight > 0:
                last = place
                left -= weight
                if left < 0:
                    break
        return last

    def shuffled(self, things: Sequence[Thing]) -> list[Thing]:
        """The things in any order, each as likely."""
        mixed = list(things)
        for place in range(len(mixed) - 1, 0, -1):
            other = self.below(place + 1)
            mixed[place], mixed[other] = mixed[other], mixed[place]
        return mixed
