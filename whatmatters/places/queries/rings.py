"""Rings of corners, and the lines that cross them."""

Ring = tuple[tuple[float, float], ...]


Polygon = tuple[Ring, ...]


def crossings(ring: Ring, latitude: float, longitude: float) -> int:
    """How many sides of the ring a line from the point due east crosses."""
    count = 0
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        # One end counts and the other does not, so a corner is never met twice.
        if (y1 > latitude) != (y2 > latitude):
            meets = x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
            count += longitude < meets
        x1, y1 = x2, y2
    return count
