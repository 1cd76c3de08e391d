"""Lines of runs as pages read them: every figure of the sum, never a name."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from whatmatters.payments.models import RunLine
from whatmatters.rules.lifecycles import RunState

COLUMNS = (
    "id",
    "run_id",
    "agreement_id",
    "agreement__person_id",
    "agreement__model",
    "agreement__source",
    "agreement__source_id",
    "payer_id",
    "payee_id",
    "pence",
    "rule",
    "reason",
    "subject",
    "period_corrected",
    "run__period_start",
    "held",
    "repayable",
    "inputs",
)


@dataclass(frozen=True, slots=True)
class LineView:
    """One line. `held`: shown, not paid. `repayable`: paid back, not set off."""

    line_id: int
    run_id: int
    agreement_id: int
    person_id: int | None
    model: str
    source: str
    source_id: int
    payer_id: int
    payee_id: int
    pence: int
    rule: str
    reason: str
    subject: str
    period_corrected: date
    period_posted: date
    held: bool
    repayable: bool
    inputs: Mapping[str, Any]

    @property
    def correction(self) -> bool:
        """Whether it corrects or adds to an earlier period."""
        return self.period_corrected != self.period_posted


def views(rows: Any) -> Iterator[LineView]:
    """RunLine rows as values, in one query."""
    for row in rows.values_list(*COLUMNS):
        whole: tuple[Any, ...] = (*row[:-1], json.loads(row[-1]))
        yield LineView(*whole)


def lines_of_agreements(
    council_id: int, agreement_ids: Iterable[int]
) -> dict[int, tuple[LineView, ...]]:
    """Released lines of some agreements, oldest first: what a person's record shows."""
    rows = RunLine.objects.of(council_id).filter(agreement_id__in=list(agreement_ids))
    rows = rows.filter(run__state=RunState.RELEASED).order_by("run__period_start", "id")
    found: dict[int, list[LineView]] = {}
    for line in views(rows):
        found.setdefault(line.agreement_id, []).append(line)
    return {agreement: tuple(lines) for agreement, lines in found.items()}


def lines_of_sources(
    council_id: int, source: str, source_ids: Iterable[int]
) -> tuple[LineView, ...]:
    """Released lines of whatever priced these plans or packages, oldest first, in one query."""
    rows = RunLine.objects.of(council_id).filter(run__state=RunState.RELEASED)
    priced = rows.filter(agreement__source=source, agreement__source_id__in=list(source_ids))
    return tuple(views(priced.order_by("run__period_start", "id")))
