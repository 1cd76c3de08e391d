"""A map to draw: its frame and its shapes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """One area to draw: `path` is the `d` of an SVG path (fill rule evenodd)."""

    code: str
    name_en: str
    name_cy: str
    path: str


@dataclass(frozen=True, slots=True)
class ShapeMap:
    """All areas of one kind in one frame; `view_box` is the SVG viewBox, starting at 0 0."""

    view_box: str
    width: int
    height: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the place lies on the page: degrees to whole tenths of a pixel."""

    west: float
    north: float
    across: float
    down: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """A point on the page."""
        x = (longitude - self.west) * self.across
        y = (self.north - latitude) * self.down
        return round(x, 1), round(y, 1)
