"""What `short_term` may read: the days asked about, the end state, and the follow-up's day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from whatmatters.rules.commissioning import Problem, Rules
from whatmatters.rules.commissioning_models.short_term.terms import Agreement, EndState
from whatmatters.rules.periods import Period
from whatmatters.rules.reading import Table, finish, period_or_none


@dataclass(frozen=True, slots=True)
class Evidence:
    """`followed_up_on` brings the quality element of `end_state`; it may be after the end."""

    period: Period | None = None
    end_state: EndState | None = None
    followed_up_on: date | None = None


def read_evidence(raw: Mapping[str, object], /) -> Evidence:
    """`period`, or `end_state` and `followed_up_on`, or all of them. Raises Problems."""
    table = Table(raw, "evidence", [])
    found = Evidence(
        period=period_or_none(table, "period"),
        end_state=table.code("end_state", EndState) if table.has("end_state") else None,
        followed_up_on=table.day_or_none("followed_up_on"),
    )
    if table.has("followed_up_on") and not table.has("end_state"):
        table.problem("missing_key", "end_state")
    if not table.has("period") and not table.has("followed_up_on"):
        table.problem("missing_key", "period")
    table.close()
    finish(table.problems)
    return found


def check_evidence(
    agreement: Agreement, evidence: Evidence, _rules: Rules, /
) -> tuple[Problem, ...]:
    """A follow-up before the first day."""
    day = evidence.followed_up_on
    if day is not None and day < agreement.starts:
        return (Problem("followed_up_before_it_starts", "evidence.followed_up_on", {"day": day}),)
    return ()
