"""Late and corrected facts: the next close posts the difference, and says which period it corrects.

A posted line is never edited. What was posted for a period, its corrections included, is compared
with what `assess` says now; a difference becomes a line of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from whatmatters.rules.commissioning import Input, Inputs, Line

LATE_FACT = "late_fact"
Parties = tuple[str, str]  # payer, payee


@dataclass(frozen=True, slots=True, order=True)
class Corrected:
    """What a difference is about: the journal's key without the period that posts it."""

    agreement: int
    period_corrected: date
    rule: str
    subject: str = ""


def posted_now(lines: Iterable[Line]) -> dict[Parties, int]:
    """Lines of one key added by payer and payee."""
    sums: dict[Parties, int] = {}
    for line in lines:
        parties = (line.payer, line.payee)
        sums[parties] = sums.get(parties, 0) + line.pence
    return sums


def differences(
    posted: Mapping[Corrected, Mapping[Parties, int]],
    assessed: Mapping[Corrected, Iterable[Line]],
) -> dict[Corrected, tuple[Line, ...]]:
    """The lines that bring each key from what was posted to what is right now.

    `posted` holds every pence posted for the key so far. A key that was posted and is assessed no
    more goes back whole. Keys without a difference are left out; running again gives none.
    """
    found = {}
    for key in sorted(set(posted) | set(assessed)):
        lines = _difference(key, posted.get(key, {}), tuple(assessed.get(key, ())))
        if lines:
            found[key] = lines
    return found


def _difference(
    key: Corrected, posted: Mapping[Parties, int], now: tuple[Line, ...]
) -> tuple[Line, ...]:
    right = posted_now(now)
    inputs = {(line.payer, line.payee): line.inputs for line in now}
    return tuple(
        Line(
            payer=parties[0],
            payee=parties[1],
            pence=right.get(parties, 0) - posted.get(parties, 0),
            rule=key.rule,
            reason=LATE_FACT,
            inputs=_inputs(
                key, posted.get(parties, 0), right.get(parties, 0), inputs.get(parties, {})
            ),
            subject=key.subject,
        )
        for parties in sorted(set(posted) | set(right))
        if right.get(parties, 0) != posted.get(parties, 0)
    )


def _inputs(key: Corrected, posted: int, right: int, worked_from: Inputs) -> dict[str, Input]:
    return {
        "period_corrected": key.period_corrected.isoformat(),
        "posted_pence": posted,
        "right_pence": right,
        "worked_from": dict(worked_from),
    }
