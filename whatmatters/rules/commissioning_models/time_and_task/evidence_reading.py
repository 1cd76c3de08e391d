"""Reading the evidence of `time_and_task` from plain values."""

from collections.abc import Mapping

from whatmatters.rules.commissioning_models.time_and_task.evidence import Evidence, Visit
from whatmatters.rules.minutes import MINUTES_IN_A_DAY
from whatmatters.rules.reading import Table, finish, period_or_none


def read_evidence(raw: Mapping[str, object], /) -> Evidence:
    """`visits`, and `period` where the case asks about one. Raises Problems."""
    table = Table(raw, "evidence", [])
    period = period_or_none(table, "period")
    evidence = Evidence(tuple(_read_visit(row) for row in table.tables("visits")), period)
    table.close()
    finish(table.problems)
    return evidence


def _read_visit(table: Table) -> Visit:
    visit = Visit(
        on=table.day("date"),
        planned=table.whole("planned", most=MINUTES_IN_A_DAY),
        delivered=table.whole_or_none("delivered", most=MINUTES_IN_A_DAY),
        cancelled_hours_before=table.number_or_none("cancelled_hours_before"),
    )
    if visit.delivered and visit.cancelled_hours_before is not None:
        table.problem("delivered_and_cancelled", "delivered")
    table.close()
    return visit
