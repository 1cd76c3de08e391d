"""What a person's services cost the council in a week, after penalties and returns (R-LE-07).

From released lines alone: a later penalty corrects its own period, and so the weeks inside it.
"""

from collections.abc import Iterable
from datetime import date

from whatmatters.access.queries.bodies import council_body
from whatmatters.commissioning.queries import (
    AgreementFacts,
    agreement_facts,
    agreements_of_people,
)
from whatmatters.payments.queries import LineView, calendar, lines_of_agreements
from whatmatters.payments.queries.calendar import is_released
from whatmatters.rules.commissioning_models.time_and_task.statement import WEEK
from whatmatters.rules.money import spread
from whatmatters.rules.periods import Period, period_containing, week_of
from whatmatters.rules.refusals import Refusal


class WeekNotPaid(Refusal):
    """What a week cost is not known until its period is released: WeekNotPaid(week=)."""

    code = "week_not_paid"


def costs(council_id: int, person_id: int, mondays: Iterable[date]) -> dict[date, int]:
    """Whole pence by Monday; the weeks of a period add to what was paid for it.

    Raises WeekNotPaid for the first week whose period was not released.
    """
    anchor, body = calendar(council_id), council_body(council_id)
    ids = agreements_of_people(council_id, [person_id])
    agreements = {one.id: one for one in agreement_facts(council_id, ids=ids, with_terms=False)}
    lines = lines_of_agreements(council_id, ids)
    released: dict[date, bool] = {}
    found: dict[date, int] = {}
    for monday in sorted(mondays):
        if anchor is None:
            raise WeekNotPaid(week=monday)
        period = period_containing(monday, anchor)
        if period.start not in released:
            released[period.start] = is_released(council_id, period)
        if not released[period.start]:
            raise WeekNotPaid(week=monday)
        found[monday] = sum(
            _of_week(agreements[one], paid, period, week_of(monday), body)
            for one, paid in lines.items()
        )
    return found


def _of_week(
    agreement: AgreementFacts,
    lines: Iterable[LineView],
    period: Period,
    week: Period,
    body: int | None,
) -> int:
    """What was paid for the week itself, and its part of what was paid for the whole period."""
    paid = [
        line
        for line in lines
        if line.period_corrected == period.start and line.payer_id == body and not line.held
    ]
    own = sum(one.pence for one in paid if one.rule == WEEK and _monday(one) == week.start)
    whole = sum(one.pence for one in paid if one.rule != WEEK)
    held = period.overlap(agreement.starts, agreement.ended_on)
    # What is paid after an agreement's last day has no day of its own: the whole period carries it.
    first, last = held or (period.start, period.last_day)
    days = (last - first).days + 1
    before = min(max((week.start - first).days, 0), days)
    after = min(max((week.end - first).days, 0), days)
    return own + spread(whole, before, after, days)


def _monday(line: LineView) -> date:
    """The week that a line of time and task is about: its subject begins with the Monday."""
    return date.fromisoformat(line.subject.split("/")[0])
