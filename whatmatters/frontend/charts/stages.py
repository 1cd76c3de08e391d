"""The days that each step of the way in took, beside the six weeks that are promised."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from django.utils.translation import gettext as _

from whatmatters.frontend.charts.chart import Chart, place

WIDTH = 640.0
NARROWEST_WITH_WORDS = 26.0
SHADES = ("#10313a", "#0b5568", "#47595f")


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: what it is, and how many days it took (a count, or a median with a half)."""

    words: str
    days: float


@dataclass(frozen=True, slots=True)
class Block:
    """One drawn step."""

    x: str
    width: str
    middle: str
    shade: str
    words: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageBar(Chart):
    """The drawn steps, then what is to spare (dashed) or a line where the promise ended."""

    template: ClassVar[str] = "frontend/charts/stages.html"
    blocks: tuple[Block, ...]
    spare: Block | None
    promise_at: str | None


def stage_bar(
    stages: Sequence[Stage], *, baseline_days: int = 42, title: str = "", summary: str = ""
) -> StageBar:
    """The bar of `stages` in their order; as wide as the promise or the days, whichever is more."""
    total = sum(stage.days for stage in stages)
    whole = max(total, baseline_days, 1)
    starts = accumulate((stage.days for stage in stages), initial=0.0)
    steps = list(zip(stages, starts, strict=False))
    blocks = tuple(
        block(start, stage, whole, SHADES[i % len(SHADES)])
        for i, (stage, start) in enumerate(steps)
    )
    left = baseline_days - total
    spare = _("%(days)s to spare") % {"days": number(left)}
    return StageBar(
        blocks=blocks,
        spare=block(total, Stage(spare, left), whole, "", spare) if left > 0 else None,
        promise_at=place(WIDTH * baseline_days / whole) if left < 0 else None,
        title=title,
        summary=summary,
    )


def block(start: float, stage: Stage, whole: float, shade: str, label: str = "") -> Block:
    """One step, drawn from `start` days; its label only where there is room."""
    x, width = WIDTH * start / whole + 1, max(WIDTH * stage.days / whole - 2, 0)
    words = label or number(stage.days)
    room = NARROWEST_WITH_WORDS if not label else NARROWEST_WITH_WORDS * 4
    shown = words if width >= room else ""
    middle = place(x + width / 2)
    return Block(place(x), place(width), middle, shade, stage.words, shown)


def number(days: float) -> str:
    """6 or 6.5, never 6.0."""
    return f"{days:g}"
