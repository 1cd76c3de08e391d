"""What is right for agreements from their first day to the end of a period; nothing is written.

The run's own arithmetic over the run's own evidence: after a run, and until a fact comes that it
did not know, this is to the penny what the ledger has posted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from whatmatters.commissioning.queries import AgreementFacts
from whatmatters.payments.services.assessing import right_now
from whatmatters.payments.services.evidence import evidence_of
from whatmatters.payments.services.frozen import Frozen
from whatmatters.rules.commissioning import Line
from whatmatters.rules.periods import Period, period_from
from whatmatters.rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Replayed:
    """One agreement. `lines` by the period that they are about, contested penalties left out.

    `refused`: it cannot be assessed. `unjudged`: only its judgement cannot; `unreviewed`: a review
    of it waits for its days.
    """

    frozen: Frozen
    lines: dict[Period, tuple[Line, ...]]
    refused: Refusal | None = None
    unjudged: bool = False
    unreviewed: bool = False


def replay(
    council_id: int, rows: Sequence[AgreementFacts], until: Period, anchor: date
) -> tuple[Replayed, ...]:
    """Each agreement up to the end of a period, in a number of queries that does not grow."""
    return tuple(_replayed(one, until, anchor) for one in evidence_of(council_id, rows, until))


def _replayed(frozen: Frozen, until: Period, anchor: date) -> Replayed:
    try:
        right = right_now(frozen, until, anchor)
    except Refusal as refused:
        return Replayed(frozen, {}, refused)
    found: dict[Period, tuple[Line, ...]] = {}
    for key, lines in sorted(right.lines.items()):
        period = period_from(key.period_corrected)
        found[period] = (*found.get(period, ()), *lines)
    return Replayed(
        frozen,
        found,
        unjudged=right.unjudged is not None,
        unreviewed=right.unrecorded is not None,
    )
