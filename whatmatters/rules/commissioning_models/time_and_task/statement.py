"""The lines of `time_and_task`: one for each week with any visit."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from whatmatters.rules.commissioning import (
    Input,
    Line,
    Rules,
    Statement,
    part_inputs,
    shared_lines,
)
from whatmatters.rules.commissioning_models.time_and_task.evidence import Evidence, Visit
from whatmatters.rules.commissioning_models.time_and_task.terms import Agreement, Terms
from whatmatters.rules.commissioning_models.time_and_task.visit_inputs import visit_inputs
from whatmatters.rules.commissioning_models.time_and_task.visit_pay import (
    paid_minutes,
    visit_amount,
)
from whatmatters.rules.money import half_up
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import Period, week_of

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
        for line in _week_lines(agreement, week_of(monday), visits, rules)
    ]
    return Statement(MODEL, tuple(lines))


def _week_lines(
    agreement: Agreement, week: Period, visits: list[Visit], rules: Rules
) -> Iterator[Line]:
    """One line, or one for each part of a week in which terms change: together rounded once."""
    parts = agreement.parts(week)
    before = Fraction(0)
    for part in parts:
        inside = [visit for visit in visits if visit.on in part]
        if not inside:
            continue
        terms = agreement.terms_on(part.start)
        rows, total = _worked(inside, terms, rules)
        inputs: dict[str, Input] = {
            "week_starts": week.start.isoformat(),
            "rate": exact_text(terms.rate),
            "rounding_minutes": terms.rounding_minutes,
            "visits": rows,
            "exact_pence": exact_text(total),
        }
        if len(parts) > 1:
            inputs |= part_inputs(part) | {"exact_before_pence": exact_text(before)}
        yield from shared_lines(
            agreement,
            half_up(before + total) - half_up(before),
            rule=WEEK,
            reason=WEEK,
            inputs=inputs,
            subject=part_subject(week, part),
            keep_zero=True,
        )
        before += total


def _worked(visits: list[Visit], terms: Terms, rules: Rules) -> tuple[list[Input], Fraction]:
    """Each visit with its sum, and all of them exactly."""
    rows: list[Input] = []
    total = Fraction(0)
    for visit in visits:
        outcome, minutes = paid_minutes(visit, terms, rules)
        amount = visit_amount(visit, minutes, terms)
        rows.append(visit_inputs(visit, outcome, minutes, amount, terms))
        total += amount
    return rows, total


def part_subject(week: Period, part: Period) -> str:
    """A week is named by its Monday, a later part of one by the day it starts on as well."""
    if part.start == week.start:
        return week.start.isoformat()
    return f"{week.start.isoformat()}/{part.start.isoformat()}"
