"""What a person's services cost the council in a week, after penalties and returns (R-LE-07).

From released lines alone. A later line is for the days that it was about, which may have been
charged long before: charging those weeks again gives back what they turned out not to cost.
"""

from collections.abc import Sequence
from datetime import date

from whatmatters.access.queries.bodies import council_body
from whatmatters.charging.queries.cost_days import spans_of
from whatmatters.commissioning.queries import agreement_facts, agreements_of_people
from whatmatters.payments.queries import calendar, lines_of_agreements
from whatmatters.payments.queries.calendar import is_released
from whatmatters.rules.charging.cost_values import NOTHING, Span, WeekCost
from whatmatters.rules.charging.costs import week_costs
from whatmatters.rules.commissioning_models import short_term
from whatmatters.rules.periods import Period, period_containing
from whatmatters.rules.refusals import Refusal

# Reablement is free: what it cost the council is nothing that she may be charged up to.
FREE_TO_HER = frozenset({short_term.name})


class WeekNotPaid(Refusal):
    """What a week cost is not known until its period is released: WeekNotPaid(week=)."""

    code = "week_not_paid"


def costs(council_id: int, person_id: int, mondays: Sequence[date]) -> dict[date, WeekCost]:
    """By Monday; all weeks of her services together cost what was paid for them.

    Short-term episodes are left out, whether they are in their free weeks or longer.

    Raises WeekNotPaid for the first week whose period was not released.
    """
    _must_be_released(council_id, mondays)
    body = council_body(council_id)
    signed = agreement_facts(council_id, ids=agreements_of_people(council_id, [person_id]))
    agreements = {one.id: one for one in signed if one.model not in FREE_TO_HER}
    spans: list[Span] = []
    for one, lines in sorted(lines_of_agreements(council_id, agreements).items()):
        paid = [line for line in lines if line.payer_id == body and not line.held]
        spans += spans_of(agreements[one], paid)
    found = week_costs(spans)
    return {monday: found.get(monday, NOTHING) for monday in mondays}


def _must_be_released(council_id: int, mondays: Sequence[date]) -> None:
    anchor = calendar(council_id)
    released: dict[Period, bool] = {}
    for monday in sorted(mondays):
        if anchor is None:
            raise WeekNotPaid(week=monday)
        period = period_containing(monday, anchor)
        if period not in released:
            released[period] = is_released(council_id, period)
        if not released[period]:
            raise WeekNotPaid(week=monday)
