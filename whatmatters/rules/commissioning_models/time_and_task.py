"""`time_and_task`: the baseline to leave and to compare with (R-TT).

A visit inside the tolerance is paid as planned; outside it, as delivered, rounded to the nearest
step; a missed visit is paid nothing. One line for each week (Monday to Sunday) with any visit: the
visits' exact amounts are added, then rounded once. Travel is not paid, as the sources describe.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from whatmatters.rules.commissioning import (
    AgreementTerms,
    EvidenceKind,
    Incentive,
    Input,
    Line,
    Problem,
    Rules,
    Statement,
    check_parties,
    shared_lines,
)
from whatmatters.rules.minutes import MINUTES_IN_A_DAY, MINUTES_IN_AN_HOUR, hours, to_nearest_step
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import ONE_DAY, Period, week_of
from whatmatters.rules.reading import Table, finish, period_or_none

name = "time_and_task"
reads = frozenset({EvidenceKind.VISIT_MINUTES, EvidenceKind.PERIOD})
WEEK = "time_and_task.week"


class Outcome(StrEnum):
    """Why a visit was paid as it was."""

    AS_PLANNED = "as_planned"
    AS_DELIVERED = "as_delivered"
    MISSED = "missed"
    CANCELLED_LATE = "cancelled_late"
    CANCELLED_IN_TIME = "cancelled_in_time"


@dataclass(frozen=True, slots=True)
class Terms:
    """Pounds an hour, and how minutes become paid minutes."""

    rate: Fraction
    bank_holiday_multiplier: Fraction
    bank_holidays: frozenset[date]
    tolerance_minutes: int
    rounding_minutes: int
    pay_late_cancellation: bool


@dataclass(frozen=True, slots=True)
class Visit:
    """Minutes planned and delivered. `cancelled_hours_before`: by the person or the council."""

    on: date
    planned: int
    delivered: int | None = None
    cancelled_hours_before: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Visits, and the period asked about, if one was."""

    visits: tuple[Visit, ...]
    period: Period | None = None


Agreement = AgreementTerms[Terms]


def read_terms(raw: Mapping[str, object], /) -> Terms:
    """Terms from plain values, defaults already put in. Raises Problems."""
    table = Table(raw, "agreement.terms", [])
    terms = Terms(
        rate=table.number("rate"),
        bank_holiday_multiplier=table.number("bank_holiday_multiplier"),
        bank_holidays=frozenset(table.days("bank_holidays")),
        tolerance_minutes=table.whole("tolerance_minutes"),
        rounding_minutes=table.whole("rounding_minutes", least=1, most=MINUTES_IN_A_DAY),
        pay_late_cancellation=table.flag("pay_late_cancellation"),
    )
    table.close()
    finish(table.problems)
    return terms


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


def check(agreement: Agreement, /) -> tuple[Problem, ...]:
    """What is missing before anyone signs: only what every model asks."""
    return check_parties(agreement)


def check_evidence(
    agreement: Agreement, evidence: Evidence, _rules: Rules, /
) -> tuple[Problem, ...]:
    """A visit outside the agreement's days, or outside the period asked about."""
    return tuple(
        Problem("outside_the_agreement", f"evidence.visits[{i}].date", {"day": visit.on})
        for i, visit in enumerate(evidence.visits)
        if not agreement.holds(visit.on)
        or (evidence.period is not None and visit.on not in evidence.period)
    )


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
    return Statement(name, tuple(lines))


def _week_lines(
    agreement: Agreement, monday: date, visits: list[Visit], rules: Rules
) -> tuple[Line, ...]:
    terms = agreement.terms
    rows: list[Input] = []
    total = Fraction(0)
    for visit in visits:
        outcome, minutes = paid_minutes(visit, terms, rules)
        amount = visit_amount(visit, minutes, terms)
        rows.append(_visit_inputs(visit, outcome, minutes, amount, terms))
        total += amount
    inputs: dict[str, Input] = {
        "week_starts": monday.isoformat(),
        "rate": exact_text(terms.rate),
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


def paid_minutes(visit: Visit, terms: Terms, rules: Rules) -> tuple[Outcome, int]:
    """The minutes that a visit is paid for, and why. Exactly the tolerance is inside it."""
    if visit.cancelled_hours_before is not None:
        late = visit.cancelled_hours_before < rules.late_cancellation_hours
        if late and terms.pay_late_cancellation:
            return Outcome.CANCELLED_LATE, visit.planned
        return (Outcome.CANCELLED_LATE if late else Outcome.CANCELLED_IN_TIME), 0
    if not visit.delivered:
        return Outcome.MISSED, 0
    if abs(visit.delivered - visit.planned) <= terms.tolerance_minutes:
        return Outcome.AS_PLANNED, visit.planned
    return Outcome.AS_DELIVERED, to_nearest_step(visit.delivered, terms.rounding_minutes)


def visit_amount(visit: Visit, minutes: int, terms: Terms) -> Fraction:
    """Exact pence for paid minutes; the multiplier applies to paid cancellations too."""
    return pence(terms.rate) * hours(minutes) * _multiplier(visit, terms)


def _multiplier(visit: Visit, terms: Terms) -> Fraction:
    return terms.bank_holiday_multiplier if visit.on in terms.bank_holidays else Fraction(1)


def _visit_inputs(
    visit: Visit, outcome: Outcome, minutes: int, amount: Fraction, terms: Terms
) -> dict[str, Input]:
    told: dict[str, Input] = {
        "date": visit.on.isoformat(),
        "planned": visit.planned,
        "delivered": visit.delivered,
        "why": outcome.value,
        "paid_minutes": minutes,
        "multiplier": exact_text(_multiplier(visit, terms)),
        "exact_pence": exact_text(amount),
    }
    if visit.cancelled_hours_before is not None:
        told["cancelled_hours_before"] = exact_text(visit.cancelled_hours_before)
    return told


def one_more_hour(agreement: Agreement, rules: Rules, hour_cost: int | None = None, /) -> Incentive:
    """An hour more of need is an hour more planned and delivered: the rate, at once."""
    hour = Visit(_ordinary_day(agreement), MINUTES_IN_AN_HOUR, MINUTES_IN_AN_HOUR)
    before = assess(agreement, Evidence(()), rules).total
    income = assess(agreement, Evidence((hour,)), rules).total - before
    surplus = None if hour_cost is None else income - hour_cost
    return Incentive(name, income, income, surplus)


def _ordinary_day(agreement: Agreement) -> date:
    """A day that no multiplier touches: the first one after every listed bank holiday."""
    return max({agreement.starts, *agreement.terms.bank_holidays}) + ONE_DAY
