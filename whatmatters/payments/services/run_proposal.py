"""What proposing a run answers."""

from dataclasses import dataclass
from datetime import date

from whatmatters.payments.services.drafting import Drafted
from whatmatters.payments.services.left_behind import LeftBehind
from whatmatters.rules.lifecycles import RunState


@dataclass(frozen=True, slots=True)
class RunProposal:
    """A run. `new` False: it was there already, made from the same facts, or released."""

    run_id: int
    period_start: date
    period_end: date
    state: RunState
    new: bool
    lines: int
    held: int
    total_pence: int
    facts_hash: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a proposal would hold; nothing was written."""

    period_start: date
    period_end: date
    lines: tuple[Drafted, ...]
    changes: dict[str, object]
    total_pence: int
    released_run: int | None = None
    left_out: tuple[LeftBehind, ...] = ()
