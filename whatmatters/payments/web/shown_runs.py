"""A run as pages show it: its days as a period, and names instead of ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from whatmatters.payments.queries import RunFacts
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.periods import Period


@dataclass(frozen=True, slots=True)
class ShownRun:
    """One run. Names are "" where the list does not ask for them."""

    run_id: int
    period: Period
    state: RunState
    proposed_by: str
    proposed_at: datetime
    released_by: str
    released_at: datetime | None
    lines: int
    held: int
    total_pence: int


def shown_run(facts: RunFacts, names: Mapping[int, str]) -> ShownRun:
    """The run with the names of who proposed and released it."""
    return ShownRun(
        run_id=facts.run_id,
        period=Period(facts.period_start, facts.period_end),
        state=facts.state,
        proposed_by=names.get(facts.proposed_by_id, ""),
        proposed_at=facts.proposed_at,
        released_by=names.get(facts.released_by_id or 0, ""),
        released_at=facts.released_at,
        lines=facts.lines,
        held=facts.held,
        total_pence=facts.total_pence,
    )
