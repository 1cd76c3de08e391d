"""One feature of a boundary file."""

from dataclasses import dataclass

from whatmatters.places.queries.geometry import Boundary


@dataclass(frozen=True, slots=True)
class Outline:
    """One feature of a boundary file: the properties asked for, in that order, and its area."""

    row: int
    properties: tuple[str, ...]
    boundary: Boundary
