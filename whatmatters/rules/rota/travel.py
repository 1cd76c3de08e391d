"""Minutes of travel by each mode: as a matrix, or from where places lie and how fast one goes."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from whatmatters.rules.rota.faults import Fault

EARTH_KM = 6371.0
MINUTES_IN_AN_HOUR = 60
Matrix = tuple[tuple[float, ...], ...]


def matrix_of(mode: Mapping[str, Any], places: Sequence[Mapping[str, Any]]) -> Matrix:
    """A mode's minutes between all places, in their order."""
    if "minutes" in mode:
        return tuple(tuple(float(m) for m in row) for row in mode["minutes"])
    return tuple(tuple(_crow(mode, a, b) for b in places) for a in places)


def _crow(mode: Mapping[str, Any], a: Mapping[str, Any], b: Mapping[str, Any]) -> float:
    if a["id"] == b["id"]:
        return 0.0
    km = great_circle_km(a["at"], b["at"]) * mode["circuity"]
    return float(km / mode["km_an_hour"] * MINUTES_IN_AN_HOUR + mode.get("each_way_minutes", 0))


def great_circle_km(a: Sequence[float], b: Sequence[float]) -> float:
    """Kilometres between two [latitude, longitude] in degrees."""
    (north_a, east_a), (north_b, east_b) = [[math.radians(x) for x in p] for p in (a, b)]
    half = math.sin((north_b - north_a) / 2) ** 2
    half += math.cos(north_a) * math.cos(north_b) * math.sin((east_b - east_a) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(half, 1)))


def travel_faults(modes: Mapping[str, Any], places: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    """A matrix of another size than the places, or of nothing; a place without a position."""
    for name, mode in modes.items():
        where = f"travel.{name}"
        if "minutes" not in mode:
            for place in places:
                if "at" not in place:
                    yield Fault("no_position", f"places.{place['id']}", {"mode": name})
        elif any(len(row) != len(places) for row in (mode["minutes"], *mode["minutes"])):
            yield Fault("matrix_size", f"{where}.minutes", {"places": len(places)})
        elif len(places) > 1 and not any(map(any, mode["minutes"])):
            yield Fault("no_distances", f"{where}.minutes")
