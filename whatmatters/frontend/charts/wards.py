"""A map of wards in four steps: white, hatched, middle, ink. Told apart without colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from whatmatters.frontend.charts.chart import Chart

FILLS = ("#ffffff", "hatched", "#5c8f99", "#10313a")


@dataclass(frozen=True, slots=True)
class Ward:
    """A ward: its code, its name, its outline as an SVG path, and its step (0 to 3)."""

    code: str
    name: str
    path: str
    step: int


@dataclass(frozen=True, slots=True)
class Step:
    """What a step means, in words: "3 to 5"."""

    words: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in a circle, at a place in the units of the drawing."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Shape:
    """One drawn ward."""

    name: str
    path: str
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WardMap(Chart):
    """The drawn map and its key."""

    template: ClassVar[str] = "frontend/charts/wards.html"
    view_box: str
    shapes: tuple[Shape, ...]
    key: tuple[tuple[str, str], ...]
    marks: tuple[Mark, ...]


def ward_map(
    shapes: Sequence[Ward],
    labels: Sequence[Step],
    *,
    title: str,
    summary: str,
    view_box: str = "0 0 560 480",
    marks: Sequence[Mark] = (),
) -> WardMap:
    """The map of `shapes`, with one label a step. ValueError for a step that has no label."""
    if len(labels) > len(FILLS):
        raise ValueError(f"A map has at most {len(FILLS)} steps, not {len(labels)}")
    for ward in shapes:
        if not 0 <= ward.step < len(labels):
            raise ValueError(f"{ward.code} has step {ward.step}, which has no label")
    return WardMap(
        view_box=view_box,
        shapes=tuple(Shape(w.name, w.path, FILLS[w.step]) for w in shapes),
        key=tuple((FILLS[i], label.words) for i, label in enumerate(labels)),
        marks=tuple(marks),
        title=title,
        summary=summary,
    )
