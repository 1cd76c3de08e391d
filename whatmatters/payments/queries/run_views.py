"""A payment run as it is shown."""

from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.payments.queries.left_out import LeftOutView
from whatmatters.payments.queries.lines import LineView
from whatmatters.payments.queries.remittances import RemittanceFacts
from whatmatters.rules.lifecycles import RunState


@dataclass(frozen=True, slots=True)
class RunFacts:
    """One run. `total_pence` leaves held lines out."""

    run_id: int
    period_start: date
    period_end: date
    state: RunState
    proposed_by_id: int
    proposed_at: datetime
    released_by_id: int | None
    released_at: datetime | None
    lines: int
    held: int
    total_pence: int


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """How many lines (of "stopped": agreements) of a kind, and their pence."""

    kind: str
    lines: int
    pence: int


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What changed since the last released run; `previous_total` None for the first."""

    previous_total: int | None
    total: int
    by_kind: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class RunView:
    """One run with a page of its lines."""

    facts: RunFacts
    lines: tuple[LineView, ...]
    page: int
    pages: int
    changes: ChangesView
    remittances: tuple[RemittanceFacts, ...]
    left_out: tuple[LeftOutView, ...]
