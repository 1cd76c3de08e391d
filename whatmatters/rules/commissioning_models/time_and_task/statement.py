"""The lines of `time_and_task`: one for each week with any visit."""

from datetime import date
from fractions import Fraction

from whatmatters.rules.commissioning import Input, Line, Rules, Statement, shared_lines
from whatmatters.rules.commissioning_models.time_and_task.evidence import Evidence, Visit
from whatmatters.rules.commissioning_models.time_and_task.terms import Agreement
from whatmatters.rules.commissioning_models.time_and_task.visit_inputs import visit_inputs
from whatmatters.rules.commissioning_models.time_and_task.visit_pay import (
    paid_minutes,
    visit_amount,
)
from whatmatters.rules.money import half_up
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import week_of

MODEL = "time_and_task"
WEEK = "time_and_task.week"


def assess(agreement: Agreement, evidence: Evidence, rules: Rules, /) -> Statement:
    """A line for each week with any visit, of 0 where nothing in it is paid."""
    weeks: dict[date, list[Visit]] = {}
    for visit in sorted(evidence.visits, key=lambda visit: visit.on):
        weeks.setdefault(week_of(visit.on).start, []).append(visit)
    lines = [
        line
        for monday, visits in weeks.items()
        for line in _week_lines(agreement, monday, visits, rules)
    ]
    return Statement(MODEL, tuple(lines))


def _week_lines(
    agreement: Agreement, monday: date, visits: list[Visit], rules: Rules
) -> tuple[Line, ...]:
    terms = agreement.terms
    rows: list[Input] = []
    total = Fraction(0)
    for visit in visits:
        outcome, minutes = paid_minutes(visit, terms, rules)
        amount = visit_amount(visit, minutes, terms)
        rows.append(visit_inputs(visit, outcome, minutes, amount, terms))
        total += amount
    inputs: dict[str, Input] = {
        "week_starts": monday.isoformat(),
        "rate": exact_text(terms.rate),
        "rounding_minutes": terms.rounding_minutes,
        "visits": rows,
        "exact_pence": exact_text(total),
    }
    return shared_lines(
        agreement,
        half_up(total),
        rule=WEEK,
        reason=WEEK,
        inputs=inputs,
        subject=monday.isoformat(),
        keep_zero=True,
    )
