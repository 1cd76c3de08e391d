"""What `direct_payment` may read: the days asked about, and the account at the yearly look."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from whatmatters.rules.commissioning import Problem, Rules
from whatmatters.rules.commissioning_models.direct_payment.terms import Agreement
from whatmatters.rules.periods import Period
from whatmatters.rules.reading import Table, finish, period_or_none


@dataclass(frozen=True, slots=True)
class Evidence:
    """A period (`first`: the one that brings the start-up sum), the yearly look, or both.

    `commitments_pence`: what the balance already owes, such as an assistant's holiday pay.
    `ended_on`: its last day, where it was ended; `followed`: another way takes its place the next
    day, so nothing runs on. `final`: the look after its end, when nothing may stay.
    """

    period: Period | None = None
    first: bool = False
    balance_pence: int | None = None
    commitments_pence: int = 0
    ended_on: date | None = None
    followed: bool = False
    final: bool = False


def read_evidence(raw: Mapping[str, object], /) -> Evidence:
    """`period`, `balance_pence`, or both. Raises Problems."""
    table = Table(raw, "evidence", [])
    found = Evidence(
        period=period_or_none(table, "period"),
        first=table.flag("first", absent=False),
        balance_pence=table.whole_or_none("balance_pence", least=None),
        commitments_pence=table.whole_or_none("commitments_pence") or 0,
        ended_on=table.day_or_none("ended_on"),
        followed=table.flag("followed", absent=False),
        final=table.flag("final", absent=False),
    )
    if found.period is None and not table.has("period") and not table.has("balance_pence"):
        table.problem("missing_key", "period")
    if (found.commitments_pence or found.final) and not table.has("balance_pence"):
        table.problem("missing_key", "balance_pence")
    table.close()
    finish(table.problems)
    return found


def check_evidence(
    _agreement: Agreement, _evidence: Evidence, _rules: Rules, /
) -> tuple[Problem, ...]:
    """Nothing beyond what reading found."""
    return ()
