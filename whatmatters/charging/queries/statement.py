"""What a person was charged, week by week, with every figure of each sum."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from whatmatters.charging.models import ChargeLine
from whatmatters.rules.charging.correcting import LineKind
from whatmatters.rules.periods import Period, week_of


@dataclass(frozen=True, slots=True)
class LineTold:
    """One line: pence for a week (below 0: money back), and what its sum was worked from."""

    id: int
    week: Period
    correction: int
    kind: LineKind
    pence: int
    at: datetime
    told: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ChargeStatement:
    """Her lines, the newest week first and a week's own in order; `total` in pence."""

    person_id: int
    lines: tuple[LineTold, ...]

    @property
    def total(self) -> int:
        """All lines together."""
        return sum(line.pence for line in self.lines)


def statement(council_id: int, person_id: int) -> ChargeStatement:
    """Everything that was charged and given back, in one query."""
    rows = ChargeLine.objects.of(council_id).filter(person_id=person_id)
    told = tuple(
        LineTold(
            row.pk,
            week_of(row.week_start),
            row.correction,
            LineKind(row.kind),
            row.pence,
            row.at,
            json.loads(row.inputs),
        )
        for row in rows.order_by("-week_start", "correction")
    )
    return ChargeStatement(person_id, told)


def posted(council_id: int, person_id: int) -> dict[date, list[int]]:
    """The pence of each week's lines in their order, by the week's Monday."""
    rows = ChargeLine.objects.of(council_id).filter(person_id=person_id)
    found: dict[date, list[int]] = {}
    for monday, pence in rows.order_by("week_start", "correction").values_list(
        "week_start", "pence"
    ):
        found.setdefault(monday, []).append(pence)
    return found
